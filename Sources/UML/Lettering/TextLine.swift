/// One line of a text.
struct TextLine: Equatable, Sendable {
    var spans: [TextSpan]
    var width: Double

    var text: String {
        var text = ""
        for span in spans { text += span.text }
        return text
    }
}
