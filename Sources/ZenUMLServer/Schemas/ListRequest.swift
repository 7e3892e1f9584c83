import Domain
import Foundation
import Hummingbird

/// Which page of a list a request asks for: `sort`, `limit` and `cursor`.
struct ListRequest: Sendable, Equatable {
    static let limits = 1...100
    static let defaultLimit = 20
    /// Nobody would page to later results of a search.
    static let mostSearchPages = 20

    let order: ListOrder
    let position: ListPosition?
    let limit: Int

    /// - Parameter sort: Whether the request may choose the order; if not, it is by update.
    init(_ reader: inout QueryReader, sort: Bool = true) {
        let order = sort ? reader.choice("sort", default: ListOrder.updated) : .updated
        self.order = order
        limit = reader.number("limit", in: Self.limits, default: Self.defaultLimit)
        let problem = FieldProblem("Input should be a cursor that this API gave for this order", type: "cursor")
        position = reader.value("cursor", problem: problem) { ListCursor.position($0, in: order) }
    }

    /// One record more than asked for: it tells whether there is a next page.
    var page: ListPage { ListPage(order, after: position, limit: limit + 1) }

    /// The page as JSON, with a header `Link` (RFC 8288 §3) to the next one.
    /// - Parameters:
    ///   - found: What ``page`` has given.
    ///   - request: Its address is the next page's, but for the cursor.
    ///   - position: Of a record in this order.
    func response<Record: JSONWritable>(_ found: [Record], to request: Request, position: (Record) -> ListPosition) -> Response {
        let shown = Array(found.prefix(limit))
        var response = Response.json(shown)
        if found.count > limit, let last = shown.last {
            response.headers[.link] = NextPage.link(request, setting: "cursor", to: ListCursor.text(of: position(last)))
        }
        return response
    }

    func position(name: String, created: Date, updated: Date, id: String) -> ListPosition {
        switch order {
        case .name: ListPosition(.name(name.lowercased()), id: id)
        case .created: ListPosition(.time(created), id: id)
        case .updated: ListPosition(.time(updated), id: id)
        }
    }
}
