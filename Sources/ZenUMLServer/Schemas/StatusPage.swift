import Domain
import Foundation
import Hummingbird

/// Which part of the list of status checks a request asks for.
struct StatusPage: Equatable {
    static let limits = 1...1000
    static let defaultLimit = 100

    let limit: Int
    let position: StatusCheckPosition?

    init(limit: Int, position: StatusCheckPosition?) {
        self.limit = limit
        self.position = position
    }

    /// - Parameter query: `limit` and `cursor`, each at most once.
    /// - Throws: ``DomainError/validation(_:)``.
    init(query: Parameters) throws {
        var errors: [FieldError] = []
        var limit = Self.defaultLimit
        if let text = Self.single("limit", query, &errors) {
            if let number = Int(text), Self.limits.contains(number), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
                limit = number
            } else {
                errors.append(.query("limit", "Input should be a whole number from 1 to 1000", type: "int_range"))
            }
        }
        var position: StatusCheckPosition?
        if let text = Self.single("cursor", query, &errors) {
            position = Self.position(cursor: text)
            if position == nil { errors.append(.query("cursor", "Input should be a cursor that this API gave", type: "cursor")) }
        }
        guard errors.isEmpty else { throw DomainError.validation(errors) }
        self.init(limit: limit, position: position)
    }

    func next(after last: StatusCheck) -> StatusPage {
        StatusPage(limit: limit, position: StatusCheckPosition(timestamp: last.timestamp, id: last.id))
    }

    /// The header `Link` (RFC 8288 §3) that leads to this page.
    var link: String {
        guard let position else { return "</api/status?limit=\(limit)>; rel=\"next\"" }
        let milliseconds = Int64((position.timestamp.timeIntervalSince1970 * 1000).rounded())
        return "</api/status?limit=\(limit)&cursor=\(milliseconds)_\(position.id)>; rel=\"next\""
    }

    private static func single(_ name: String, _ query: Parameters, _ errors: inout [FieldError]) -> String? {
        let values = query.getAll(name)
        if values.count > 1 { errors.append(.query(name, "Input should be given once", type: "repeated")) }
        return values.first
    }

    /// - Parameter cursor: Milliseconds and id of the last status check before the page: `1763845694250_` and a UUID.
    private static func position(cursor: String) -> StatusCheckPosition? {
        guard let match = cursor.wholeMatch(of: /(\d{1,14})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/), let milliseconds = Double(match.1)
        else { return nil }
        return StatusCheckPosition(timestamp: Date(timeIntervalSince1970: milliseconds / 1000), id: String(match.2))
    }
}

extension FieldError {
    fileprivate static func query(_ name: String, _ message: String, type: String) -> FieldError {
        FieldError(location: ["query", name], message: message, type: type)
    }
}
