/// Which part of a list, in which order.
public struct ListPage: Sendable, Equatable {
    public let order: ListOrder
    /// Only records after this place; `nil` for the start. Its key fits the order.
    public let position: ListPosition?
    /// How many at most.
    public let limit: Int

    public init(_ order: ListOrder = .updated, after position: ListPosition? = nil, limit: Int) {
        self.order = order
        self.position = position
        self.limit = limit
    }
}
