/// A statement with what surrounds it.
struct StatementSite {
    var statement: Statement
    var path: StatementPath
    /// The lifeline that acts where the statement names no sender.
    var context: Int?
    /// The call whose block encloses it directly or through fragments.
    var caller: Int?
    /// It is an operand of `par`, `strict` or `seq` by itself.
    var isOperand: Bool
}

extension SequenceDiagram {
    /// Every statement, by id.
    func sites() -> [StatementSite] {
        var sites: [StatementSite?] = Array(repeating: nil, count: statementIDCount)
        collect(body, block: 0, path: [], context: starter, caller: nil, isOperand: false, into: &sites)
        return sites.compactMap { $0 }
    }

    private func collect(
        _ block: Block, block number: Int, path: [StatementPath.Step], context: Int?, caller: Int?, isOperand: Bool,
        into sites: inout [StatementSite?]
    ) {
        for (index, statement) in block.statements.enumerated() {
            let own = path + [StatementPath.Step(block: number, index: index)]
            sites[statement.id] = StatementSite(
                statement: statement, path: StatementPath(steps: own), context: context, caller: caller, isOperand: isOperand)
            switch statement.content {
            case .message(let message):
                guard let inner = message.block else { continue }
                collect(inner, block: 0, path: own, context: message.receiver, caller: message.sender, isOperand: false, into: &sites)
            case .fragment(let fragment):
                for (number, operand) in fragment.operands.enumerated() {
                    let isAlone = fragment.kind.hasStatementsAsOperands && operand.block.range == operand.range
                    collect(operand.block, block: number, path: own, context: context, caller: caller, isOperand: isAlone, into: &sites)
                }
            case .interactionUse, .divider: break
            }
        }
    }
}
