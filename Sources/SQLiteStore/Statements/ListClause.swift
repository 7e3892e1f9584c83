import Domain
import GRDB

/// The end of a query for a page of a list: where it begins, in which order, how long it is.
struct ListClause {
    let sql: String
    let arguments: StatementArguments

    /// - Parameter updated: As ``ListOrder/field(updated:)``.
    init(_ page: ListPage, updated: String = "updated_at") {
        let column = page.order.field(updated: updated)
        let (comparison, direction) = page.order.isAscending ? (">", "ASC") : ("<", "DESC")
        let order = "ORDER BY \(column) \(direction), id \(direction) LIMIT ?"
        guard let position = page.position else {
            sql = order
            arguments = [page.limit]
            return
        }
        sql = "AND (\(column), id) \(comparison) (?, ?) \(order)"
        switch position.key {
        case .name(let name): arguments = [name, position.id, page.limit]
        case .time(let time): arguments = [time.milliseconds, position.id, page.limit]
        }
    }
}
