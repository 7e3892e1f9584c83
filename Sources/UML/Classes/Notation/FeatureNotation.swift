/// Reads a line of a classifier's body: `+ {static} count : Int`.
struct FeatureNotation {
    private(set) var feature: Feature
    private var isField = false

    init(_ source: SourceText, _ line: SourceRange) {
        feature = Feature(text: "", range: line)
        var text: [UInt8] = []
        var position = line.start
        let bytes = source.bytes
        while position < line.end {
            if bytes[position] == .ascii("{"), let close = Self.modifier(bytes, position, line.end, &feature, &isField) {
                position = close
                continue
            }
            text.append(bytes[position])
            position += 1
        }
        var rest = Self.trimmed(text[...])
        if let first = rest.first, let visibility = Self.visibility(first), rest.count > 1 {
            feature.visibility = visibility
            rest = Self.trimmed(rest.dropFirst())
        }
        feature.text = String(decoding: rest, as: UTF8.self)
        if !isField { feature.isOperation = feature.isOperation || rest.contains(.ascii("(")) }
    }

    private static func visibility(_ byte: UInt8) -> Feature.Visibility? {
        switch byte {
        case .ascii("+"): .public
        case .ascii("-"): .private
        case .ascii("#"): .protected
        case .ascii("~"): .package
        default: nil
        }
    }

    /// `{static}` and its like; braces with other words are part of the text.
    ///
    /// - Returns: Where it ends.
    private static func modifier(_ bytes: [UInt8], _ start: Int, _ end: Int, _ feature: inout Feature, _ isField: inout Bool) -> Int? {
        var close = start
        // No modifier is longer.
        while close < end, bytes[close] != .ascii("}"), close - start < 12 { close += 1 }
        guard close < end, bytes[close] == .ascii("}") else { return nil }
        let word = bytes[(start + 1)..<close]
        if word.spells("static") || word.spells("classifier") {
            feature.isStatic = true
        } else if word.spells("abstract") {
            feature.isAbstract = true
        } else if word.spells("method") {
            feature.isOperation = true
        } else if word.spells("field") {
            isField = true
        } else {
            return nil
        }
        return close + 1
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var (start, end) = (bytes.startIndex, bytes.endIndex)
        while start < end, bytes[start].isSpaceOrTab { start += 1 }
        while end > start, bytes[end - 1].isSpaceOrTab { end -= 1 }
        return bytes[start..<end]
    }
}
