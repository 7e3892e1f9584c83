/// A picture as shapes, each belonging to an element of the diagram. What is later in the list lies above what is earlier.
public struct Scene: Sendable {
    public internal(set) var width: Double
    public internal(set) var height: Double
    /// The diagram's title, or what kind of diagram it is.
    public internal(set) var title: String
    /// What the picture shows, in a sentence.
    public internal(set) var description: String
    public internal(set) var elements: [SceneElement] = []
    /// Where the elements stand that can be put elsewhere.
    public internal(set) var places = ElementPlaces()
    /// Where those of them are drawn that gave way to something.
    public internal(set) var displaced = ElementPlaces()
    /// Where the 0 of these places is on the picture.
    public internal(set) var origin = Point(0, 0)
    /// Where the links in its texts lead to, by their numbers.
    var links: [String] = []

    /// The texts on the picture, without those that are only said.
    public var texts: [String] {
        var texts: [String] = []
        for element in elements {
            for shape in element.shapes { if case .text(let text) = shape { texts.append(text.text) } }
        }
        return texts
    }

    /// Whether there is a character in it that people expect in colours.
    public var hasEmoji: Bool {
        for text in texts {
            for scalar in text.unicodeScalars where scalar.value > 0x2000 && Emoji.isEmoji(scalar.value) { return true }
        }
        return false
    }
}
