/// Which participant stands left of which.
enum ColumnOrder {
    /// Declared participants in their order, groups together at the place of their first member, then the others as they appear;
    /// a starter that nothing declares comes first of all.
    static func columns(of table: ParticipantTable, groups: inout [ParticipantGroup], starter: Int?) -> [Int] {
        var columns: [Int] = []
        columns.reserveCapacity(table.participants.count)
        var placed = [Bool](repeating: false, count: table.participants.count)
        func place(_ id: Int) {
            guard !placed[id] else { return }
            placed[id] = true
            columns.append(id)
        }
        if let starter, table[starter].declaration == nil { place(starter) }
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
