import Domain
import Hummingbird
import UML

/// Which two revisions of a diagram are compared, in which colours: `from`, `to` and `theme`.
struct ComparisonRequest: Sendable {
    let from: Int
    /// `nil` for what the diagram is now.
    let to: Int?
    let theme: Theme

    init(query: Parameters) throws {
        var reader = QueryReader(query)
        let revisions = 1...Int.max
        from = reader.number("from", in: revisions, default: 0)
        let later = reader.number("to", in: revisions, default: 0)
        to = later == 0 ? nil : later
        theme = reader.choice("theme", default: .light)
        try reader.finish()
        guard from > 0 else {
            throw DomainError.validation([FieldError(location: ["query", "from"], message: "Field required", type: "missing")])
        }
    }
}
