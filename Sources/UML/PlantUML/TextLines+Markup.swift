extension TextLines {
    /// A text in which PlantUML's markup may stand.
    static func marked(_ text: String, _ font: Font, maximumWidth: Double) -> TextLines {
        TextWrapper.wrap(LabelMarkup.spans(text), font, maximumWidth: maximumWidth)
    }
}
