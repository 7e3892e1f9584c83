/// A text broken into lines, with its size in whole pixels.
struct TextLines: Equatable, Sendable {
    var lines: [TextLine]
    var font: Font
    var width: Double
    var height: Double { Double(lines.count) * font.lineHeight }
    var isEmpty: Bool { lines.isEmpty }

    /// A text in which emoji may stand by their shortcodes.
    static func label(_ text: String, _ font: Font, maximumWidth: Double) -> TextLines {
        plain(EmojiShortcodes.expanded(text), font, maximumWidth: maximumWidth)
    }

    static func plain(_ text: String, _ font: Font, maximumWidth: Double) -> TextLines {
        let spans = [TextSpan(text: text, style: .plain)]
        return TextWrapper.wrap(text.isEmpty ? [] : spans, font, maximumWidth: maximumWidth)
    }

    /// On one line.
    var joined: String {
        var text = ""
        for line in lines { text += text.isEmpty ? line.text : " \(line.text)" }
        return text
    }
}
