import Domain
import Foundation

/// A link that is to be made.
struct LinkCreate: RequestBody {
    static let longest = 366.0

    let kind: AccessLink.Kind
    /// In seconds; `nil` for a link without an end.
    let lifetime: TimeInterval?
    /// Whom it is sent to, in lower case; `nil` for a link that the person passes on.
    let email: String?

    init(fields: inout FieldReader) {
        if !fields.has("kind") { fields.refuse("kind", .missing) }
        kind = fields.choice("kind", default: .view)
        lifetime = fields.has("expires_in_days") ? fields.number("expires_in_days", in: 1...Self.longest, default: 1) * 86_400 : nil
        email = fields.has("email") ? fields.email("email") : nil
        if email != nil, kind == .picture { fields.refuse("kind", FieldProblem("Nobody can be invited to a picture")) }
    }
}
