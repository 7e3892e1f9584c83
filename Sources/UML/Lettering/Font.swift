/// How a text is set: Inter in one of two weights.
struct Font: Equatable, Sendable {
    var size: Double
    var weight = FontMetrics.Weight.regular
    var isItalic = false
    var decoration: Decoration?

    enum Decoration {
        case underline
        case lineThrough
    }

    /// From baseline to baseline.
    var lineHeight: Double { (size * 1.4).rounded() }
    /// From the top of a line to its baseline.
    var ascent: Double { (size * 1.06).rounded() }

    /// The width in pixels of a text on one line.
    func width(of text: String) -> Double {
        var units = 0
        var joins = false
        for scalar in text.unicodeScalars {
            if scalar.value == 0x200D {
                joins = true
                continue
            }
            if !(joins && Emoji.isEmoji(scalar.value)) { units += FontMetrics.advance(of: scalar.value, weight) }
            joins = false
        }
        return Double(units) * size / Double(FontMetrics.unitsPerEm)
    }

    func width(of scalar: Unicode.Scalar) -> Double { Double(FontMetrics.advance(of: scalar.value, weight)) * size / Double(FontMetrics.unitsPerEm) }
}
