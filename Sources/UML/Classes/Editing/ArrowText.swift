/// An arrow as the text has it, with other heads.
struct ArrowText {
    private let bytes: [UInt8]

    init(_ source: SourceText, _ range: SourceRange) {
        // What stands between its heads.
        let isStroke: (UInt8) -> Bool = { $0 == .ascii("-") || $0 == .ascii(".") || $0 == .ascii("=") || $0 == .ascii("~") }
        let bytes = source.bytes[range.start..<range.end]
        let first = bytes.firstIndex(where: isStroke) ?? range.start
        let last = bytes.lastIndex(where: isStroke) ?? range.end - 1
        self.bytes = Array(bytes[first...last])
    }

    /// Its length, its direction and its style stay.
    func arrow(_ left: LineEnd, _ right: LineEnd, isDashed: Bool) -> String {
        var strokes: [UInt8] = []
        var isStyle = false
        for byte in bytes {
            if byte == .ascii("[") { isStyle = true }
            if byte == .ascii("]") { isStyle = false }
            switch byte {
            case .ascii("-"), .ascii("="): strokes.append(isStyle || !isDashed ? byte : .ascii("."))
            case .ascii("."), .ascii("~"): strokes.append(isStyle || isDashed ? byte : .ascii("-"))
            default: strokes.append(byte)
            }
        }
        return left.spellings.left.string + String(decoding: strokes, as: UTF8.self) + right.spellings.right.string
    }
}
