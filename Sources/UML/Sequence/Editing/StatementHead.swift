/// Where a statement stands without its blocks, and what sort of thing it is.
struct StatementHead {
    let id: Int
    let range: SourceRange
    let sort: Sort

    enum Sort { case message, fragment, interactionUse, divider }

    init(_ statement: Statement) {
        id = statement.id
        var end = statement.range.end
        switch statement.content {
        case .message(let message):
            sort = .message
            if let block = message.block { end = block.range.start }
        case .fragment(let fragment):
            sort = .fragment
            end = fragment.blockRange.start
        case .interactionUse: sort = .interactionUse
        case .divider: sort = .divider
        }
        range = SourceRange(statement.range.start, end)
    }
}
