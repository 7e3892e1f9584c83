/// A classifier that is an association as well (UML 2.5.1, 11.5.3.2), drawn beside its line.
public struct AssociationClass: Sendable {
    /// Counts ``ClassDiagram/relationships``.
    public var relationship: Int
    /// ``Classifier/id``.
    public var classifier: Int
    public var range: SourceRange
}
