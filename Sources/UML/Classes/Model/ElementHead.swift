/// Where the parts of the line stand that declares an element. Edits change them.
struct ElementHead: Equatable, Sendable {
    /// The word for its kind, e.g. `abstract class`; nil where none is written.
    var kind: SourceRange?
    /// Of its name, quotes and brackets not included.
    var name: SourceRange
    /// Behind its names and type parameters, where stereotypes and a colour can stand.
    var end: Int
    /// Each with its brackets.
    var stereotypes: [SourceRange] = []
    /// With its sign.
    var color: SourceRange?
    /// From the opening to the closing brace, both included.
    var body: SourceRange?
}
