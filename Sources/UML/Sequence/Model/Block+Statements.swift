extension Block {
    /// Calls `visit` with every statement in the block and in what it holds, down the text.
    func forEachStatement(_ visit: (Statement) -> Void) {
        for statement in statements {
            visit(statement)
            switch statement.content {
            case .message(let message): message.block?.forEachStatement(visit)
            case .fragment(let fragment): for operand in fragment.operands { operand.block.forEachStatement(visit) }
            case .interactionUse, .divider: break
            }
        }
    }
}
