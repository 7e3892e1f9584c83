/// A range of the source and what takes its place.
public struct TextEdit: Equatable, Sendable {
    public var range: SourceRange
    public var replacement: String
}

extension SourceText {
    /// The text after edits that don't overlap; their ranges are those of this text.
    public func applying(_ edits: [TextEdit]) -> SourceText {
        var result: [UInt8] = []
        var position = 0
        for edit in edits.inOrder {
            result.append(contentsOf: bytes[position..<max(position, edit.range.start)])
            result.append(contentsOf: edit.replacement.utf8)
            position = max(position, edit.range.end)
        }
        result.append(contentsOf: bytes[position...])
        return SourceText(bytes: result)
    }
}

extension [TextEdit] {
    /// By place; edits at the same place keep their order.
    var inOrder: [TextEdit] {
        var ordered: [TextEdit] = []
        for index in PlaceOrder.indices(of: map { $0.range.start }) { ordered.append(self[index]) }
        return ordered
    }
}
