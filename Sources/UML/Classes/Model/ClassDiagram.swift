/// A class diagram as it was understood.
public struct ClassDiagram: Sendable {
    public let content: Content
    public internal(set) var title: Label?
    public internal(set) var surroundingTexts: [SurroundingText] = []
    public internal(set) var classifiers: [Classifier] = []
    public internal(set) var packages: [Package] = []
    public internal(set) var relationships: [Relationship] = []
    public internal(set) var notes: [Note] = []
    public internal(set) var associationClasses: [AssociationClass] = []
    /// Whether it reads from left to right.
    public internal(set) var isSideways = false

    /// What it mainly shows: that decides what a name without a declaration stands for, and how all is arranged.
    public enum Content: Sendable {
        case classes
        case useCases
    }

    /// What a mere name stands for.
    var undeclaredKind: ClassifierKind { content == .classes ? .class : .actor }

    init(_ content: Content) { self.content = content }
}
