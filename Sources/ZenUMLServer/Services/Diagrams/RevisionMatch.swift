import Domain

/// The revision that a change was made from: the header `If-Match` (RFC 9110 §13.1.1).
enum RevisionMatch: Sendable, Equatable {
    case exactly(Int)
    /// `*`: whatever there is.
    case any

    /// Proxies that compress make our tag a weak one; a client that sends it back means the same revision.
    /// - Throws: ``DomainError/preconditionRequired(_:)`` without the header. What is no entity tag of ours matches nothing.
    init(_ header: String?) throws {
        guard let text = header?.trimmingWhiteSpace(), !text.isEmpty else {
            throw DomainError.preconditionRequired("Say in If-Match which revision the change was made from: the ETag of the diagram")
        }
        if text == "*" {
            self = .any
        } else {
            self = .exactly(text.wholeMatch(of: /(?:W\/)?"(\d{1,15})(?:-[a-z]+)?"/).flatMap { Int($0.1) } ?? 0)
        }
    }

    /// The entity tag of a revision.
    /// - Parameter role: Of those with whom it is shared: what they are told differs in it, and a browser that has kept the one must not
    ///   show it for the other.
    static func tag(_ revision: Int, role: Role = .owner) -> String {
        role == .owner ? "\"\(revision)\"" : "\"\(revision)-\(role.rawValue)\""
    }
}
