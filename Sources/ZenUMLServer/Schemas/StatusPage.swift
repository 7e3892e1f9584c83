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
        var reader = QueryReader(query)
        let limit = reader.number("limit", in: Self.limits, default: Self.defaultLimit)
        let problem = FieldProblem("Input should be a cursor that this API gave", type: "cursor")
        let position = reader.value("cursor", problem: problem, parse: Self.position)
        try reader.finish()
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

    /// - Parameter cursor: Milliseconds and id of the last status check before the page: `1763845694250_` and a UUID.
    private static func position(cursor: String) -> StatusCheckPosition? {
        guard let match = cursor.wholeMatch(of: /(\d{1,14})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/), let milliseconds = Double(match.1)
        else { return nil }
        return StatusCheckPosition(timestamp: Date(timeIntervalSince1970: milliseconds / 1000), id: String(match.2))
    }
}
