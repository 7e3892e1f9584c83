/// Which participant stands left of which.
enum ColumnOrder {
    /// Declared participants in their order, groups together at the place of their first member, then the others as they appear.
    /// - Parameter first: Who comes before all of them.
    static func columns(of table: ParticipantTable, groups: [ParticipantGroup], first: Int?) -> [Int] {
        var columns: [Int] = []
        columns.reserveCapacity(table.participants.count)
        var placed = [Bool](repeating: false, count: table.participants.count)
        func place(_ id: Int) {
            guard !placed[id] else { return }
            placed[id] = true
            columns.append(id)
        }
        if let first { place(first) }
        for id in table.declared {
            guard let group = table[id].group else {
                place(id)
                continue
            }
            for member in groups[group].participants { place(member) }
        }
        for participant in table.participants { place(participant.id) }
        return columns
    }
}
