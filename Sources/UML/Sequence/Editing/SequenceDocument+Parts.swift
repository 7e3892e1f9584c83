extension SequenceDocument {
    /// In no order. Participants may be declared in any order; all else happens when its turn comes.
    var parts: [WrittenPart] {
        var parts: [WrittenPart] = []
        for participant in diagram.participants {
            guard let range = participant.declaration else { continue }
            let id = identities.participants[participant.id]
            parts.append(WrittenPart(range: range, element: id, declared: Array("participant \(id)".utf8)))
        }
        for (number, group) in diagram.groups.enumerated() {
            let name = group.name?.text ?? ""
            parts.append(WrittenPart(range: group.range, element: identities.groups[number], declared: Array("group \(name.bounded)".utf8)))
        }
        diagram.body.forEachStatement { statement in
            parts.append(WrittenPart(range: statement.range, element: identities.statements[statement.id]))
            // A case stands in the one before it: there its line begins.
            if case .fragment(let fragment) = statement.content, !fragment.kind.hasStatementsAsOperands {
                for operand in fragment.operands.dropFirst() { parts.append(WrittenPart(range: operand.range, member: Array("case".utf8))) }
            }
        }
        return parts
    }
}
