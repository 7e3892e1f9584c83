/// A picture as shapes, each belonging to an element of the diagram. What is later in the list lies above what is earlier.
public struct Scene: Sendable {
    public internal(set) var width: Double
    public internal(set) var height: Double
    /// The diagram's title, or what kind of diagram it is.
    public internal(set) var title: String
    /// What the picture shows, in a sentence.
    public internal(set) var description: String
    public internal(set) var elements: [SceneElement] = []
}
