/// A comment in a box of its own (UML 2.5.1, 7.2).
public struct Note: Sendable {
    /// What the text calls it, if it has a name.
    public var name: String?
    public var text: String
    /// ``Classifier/id`` of what it is about.
    public var classifiers: [Int] = []
    public var color: Color?
    /// Of what it is about, where it is to stand.
    var side: Side?
    public var package: Int?
    public var range: SourceRange
    /// Of its text, without quotes, or of all its lines.
    var textRange: SourceRange
    /// With its sign.
    var colorRange: SourceRange?
    /// Where a colour can stand.
    var headEnd = 0
}
