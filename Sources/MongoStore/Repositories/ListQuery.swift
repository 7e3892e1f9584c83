import Domain

/// A page of a list as the server understands it: conditions to add to a filter, and an order.
struct ListQuery {
    let conditions: BSONDocument
    let sort: BSONDocument

    /// - Parameter updated: As ``ListOrder/field(updated:)``.
    init(_ page: ListPage, updated: String = "updated_at") {
        let field = page.order.field(updated: updated)
        let (direction, beyond): (BSONValue, String) = page.order.isAscending ? (1, "$gt") : (-1, "$lt")
        sort = BSONDocument([(field, direction), ("_id", direction)])
        guard let position = page.position else {
            conditions = [:]
            return
        }
        let key: BSONValue =
            switch position.key {
            case .name(let name): .string(name)
            case .time(let time): .date(time)
            }
        // The first condition says nothing that the second does not, but it is the one that the index can start from.
        conditions = BSONDocument([
            (field, .document(BSONDocument([(beyond + "e", key)]))),
            (
                "$or",
                [
                    .document(BSONDocument([(field, .document(BSONDocument([(beyond, key)])))])),
                    .document(BSONDocument([(field, key), ("_id", .document(BSONDocument([(beyond, .string(position.id))])))])),
                ]
            ),
        ])
    }
}

extension BSONDocument {
    /// The conditions of both.
    static func + (left: BSONDocument, right: BSONDocument) -> BSONDocument {
        BSONDocument(fields: left.fields + right.fields)
    }
}
