/// The bar of an execution specification (UML 2.5.1, 17.5: ExecutionSpecification).
struct PlacedExecution {
    var statement: Int
    var range: SourceRange
    /// Its left edge.
    var left: Anchor
    var top: Double
    var bottom: Double
}
