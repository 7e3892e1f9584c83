extension ElementPlaces {
    private static let scale = 8.0

    /// As a client writes them: for each element its id, x, y, width, height in eighths of a pixel, 1 if it is pinned, and its path with blanks
    /// between the numbers; a zero byte between all.
    init(_ bytes: [UInt8]) {
        self.init()
        let fields = CommandFields(bytes)
        for start in stride(from: 0, to: fields.count - 6, by: 7) {
            let numbers = (1...4).compactMap { fields.signed(start + $0) }
            guard numbers.count == 4 else { continue }
            let lengths = numbers.map { Double($0) / Self.scale }
            add(
                fields[start],
                Place(
                    x: lengths[0], y: lengths[1], width: lengths[2], height: lengths[3], isPinned: fields.signed(start + 5) == 1,
                    path: fields.numbers(start + 6).map { Double($0) / Self.scale }))
        }
    }
}
