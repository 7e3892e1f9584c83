/// A class, an interface, an object or what else has a box in a class diagram.
public struct Classifier: Sendable {
    /// Counts classifiers in the order in which the text names them first, from 0.
    public var id: Int
    /// What the text calls it.
    public var name: String
    /// What its box says.
    public var label: String
    public var kind: ClassifierKind
    /// Drawn with a stroke: an actor or a use case of the business, not of a system.
    public var isBusiness = false
    /// Words by which it can be left out.
    var tags: [String] = []
    /// Not drawn, because the text says so.
    public var isRemoved = false
    public var stereotypes: [String] = []
    public var typeParameters: String?
    public var compartments: [Compartment] = []
    public var color: Color?
    /// Counts ``ClassDiagram/packages``.
    public var package: Int?
    /// Of its name where it is declared; nil if it only takes part in relations.
    public var declaration: SourceRange?
    /// Everything that declares it.
    public var range: SourceRange
    /// Everywhere the text names it, quotes not included.
    public var references: [SourceRange] = []
    /// Of what its box says, if that is not its name.
    public var labelRange: SourceRange?
    /// Of its first declaration.
    var head: ElementHead?
    /// Each declaration, with its body.
    public var declarations: [SourceRange] = []
    /// A declaration that says it is of another kind.
    var otherDeclaration: SourceRange?
    /// Lines of the form `Name : member`.
    public var memberLines: [SourceRange] = []
    /// What its name stands for, if it is none itself: relations name notes and packages as they name classifiers.
    public var standsFor: Element?
    public var hidesAttributes = false
    public var hidesOperations = false

    /// One that nothing is known of but its name.
    @inline(never)
    init(_ id: Int, named name: String, label: String, _ kind: ClassifierKind, in package: Int?, at range: SourceRange) {
        self.id = id
        self.name = name
        self.kind = kind
        self.package = package
        self.range = range
        self.label = label
    }

    public enum Element: Equatable, Sendable {
        /// Counts ``ClassDiagram/notes``.
        case note(Int)
        /// Counts ``ClassDiagram/packages``.
        case package(Int)
    }
}
