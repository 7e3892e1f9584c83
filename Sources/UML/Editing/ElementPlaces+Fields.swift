extension ElementPlaces {
    private static let scale = 8.0

    /// As a client writes them: for each element its id, x, y, width, height in eighths of a pixel, 1 if it is pinned, and its path with blanks
    /// between the numbers; a zero byte between all.
    init(_ bytes: [UInt8]) {
        self.init()
        var fields: [Range<Int>] = []
        var start = 0
        for offset in 0...bytes.count where offset == bytes.count || bytes[offset] == 0 {
            fields.append(start..<offset)
            start = offset + 1
            guard fields.count == 7 else { continue }
            if let place = Self.place(bytes, fields) { add(String(decoding: bytes[fields[0]], as: UTF8.self), place) }
            fields.removeAll(keepingCapacity: true)
        }
    }

    private static func place(_ bytes: [UInt8], _ fields: [Range<Int>]) -> Place? {
        guard let x = length(bytes[fields[1]]), let y = length(bytes[fields[2]]), let width = length(bytes[fields[3]]),
            let height = length(bytes[fields[4]])
        else { return nil }
        var path: [Double] = []
        for word in bytes[fields[6]].split(separator: .ascii(" ")) {
            guard let length = length(word) else { return nil }
            path.append(length)
        }
        return Place(x: x, y: y, width: width, height: height, isPinned: bytes[fields[5]].elementsEqual([.ascii("1")]), path: path)
    }

    /// A number of eighths, perhaps with a minus before it.
    private static func length(_ text: ArraySlice<UInt8>) -> Double? {
        let isNegative = text.first == .ascii("-")
        guard let eighths = text.dropFirst(isNegative ? 1 : 0).wholeNumber else { return nil }
        return Double(isNegative ? -eighths : eighths) / scale
    }
}
