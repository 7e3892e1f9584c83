/// A place between statements.
public struct InsertionPoint: Equatable, Sendable {
    public var place: Place
    /// How many statements of the place stand before it.
    public var index: Int

    public init(_ place: Place, _ index: Int) {
        self.place = place
        self.index = index
    }

    /// What holds statements.
    public enum Place: Equatable, Sendable {
        /// The diagram itself.
        case body
        /// The block of a call; in `par`, `strict` and `seq` the operands.
        case block(of: Int)
        /// An operand, counted from 0, of any other fragment, or one of several statements of `par`, `strict` and `seq`.
        case operand(of: Int, Int)
    }
}
