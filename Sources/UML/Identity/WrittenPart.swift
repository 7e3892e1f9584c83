/// A stretch of a text that says one thing.
struct WrittenPart {
    /// With all that it encloses.
    let range: SourceRange
    /// The id of the element that it declares, if it is the first to do so.
    var element: String?
    /// What it declares, where it may as well stand before or after what declares something else; nil where its place means something.
    var declared: [UInt8]?
    /// What it is called among the parts of what encloses it.
    var member: [UInt8]?
    /// Whether it says something of what stands before it, without naming it.
    var refersBack = false
}
