/// A class diagram as it was understood.
public struct ClassDiagram: Sendable {
    public internal(set) var title: Label?
    public internal(set) var classifiers: [Classifier] = []
    public internal(set) var packages: [Package] = []
    public internal(set) var relationships: [Relationship] = []
    public internal(set) var notes: [Note] = []
}
