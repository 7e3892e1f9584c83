/// A class diagram as it was understood.
public struct ClassDiagram: Sendable {
    public internal(set) var title: Label?
    public internal(set) var classifiers: [Classifier] = []
    public internal(set) var packages: [Package] = []
    public internal(set) var relationships: [Relationship] = []
    public internal(set) var notes: [Note] = []
    public internal(set) var associationClasses: [AssociationClass] = []
    /// Whether it reads from left to right.
    public internal(set) var isSideways = false
}
