/// A piece of a line in one style.
struct TextSpan: Equatable, Sendable {
    var text: String
    var style: Style

    enum Style: Equatable, Sendable {
        case plain
        case strong
        case emphasis
        case code
        /// To this one of the scene's links.
        case link(Int)
    }

    func font(_ base: Font) -> Font {
        var font = base
        if style == .strong { font.weight = .semibold }
        if style == .emphasis { font.isItalic = true }
        return font
    }
}
