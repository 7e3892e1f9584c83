import Domain
import Hummingbird
import UML

/// Which two revisions of a diagram are compared, in which colours: `from`, `to` and `theme`.
struct ComparisonRequest: Sendable {
    /// As far as every JSON parser counts exactly (RFC 8259 §6).
    static let revisions = 1...9_007_199_254_740_991

    let from: Int
    /// `nil` for what the diagram is now.
    let to: Int?
    let theme: Theme

    init(query: Parameters) throws {
        var reader = QueryReader(query)
        from = reader.number("from", in: Self.revisions, default: 0)
        let later = reader.number("to", in: Self.revisions, default: 0)
        to = later == 0 ? nil : later
        theme = reader.choice("theme", default: .light)
        try reader.finish()
        guard from > 0 else {
            throw DomainError.validation([FieldError(location: ["query", "from"], message: "Field required", type: "missing")])
        }
    }
}
