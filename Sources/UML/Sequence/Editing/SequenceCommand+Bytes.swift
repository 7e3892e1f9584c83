extension SequenceCommand {
    /// - Throws: ``EditError/badCommand`` for what is no command, or lacks a field.
    public init(_ bytes: [UInt8]) throws(EditError) {
        let fields = CommandFields(bytes)
        switch try fields.name(Name.self) {
        case .changeWords: self = .changeWords(element: fields[1], words: fields[2])
        case .addParticipant: self = .addParticipant(try fields.choice(1, ParticipantKind.self), name: fields[2], column: try fields.number(3))
        case .moveParticipant: self = .moveParticipant(participant: fields[1], column: try fields.number(2))
        case .changeKind: self = .changeKind(participant: fields[1], try fields.choice(2, ParticipantKind.self))
        case .insertMessage:
            self = .insertMessage(
                try fields.choice(1, MessageSort.self), sender: fields[2], receiver: fields[3], words: fields[4], at: try Place(fields, from: 5))
        case .insertFragment:
            self = .insertFragment(try fields.choice(1, FragmentKind.self), condition: fields[2], at: try Place(fields, from: 3))
        case .insertDivider: self = .insertDivider(words: fields[1], at: try Place(fields, from: 2))
        case .insertReference: self = .insertReference(words: fields[1], participants: fields.list(2), at: try Place(fields, from: 3))
        case .attach: self = .attach(statement: fields[1], try fields.choice(2, MessageEnd.self), participant: fields[3])
        case .changeSort: self = .changeSort(statement: fields[1], try fields.choice(2, MessageSort.self))
        case .move: self = .move(statement: fields[1], to: try Place(fields, from: 2))
        case .wrap: self = .wrap(first: fields[1], last: fields[2], try fields.choice(3, FragmentKind.self), condition: fields[4])
        case .unwrap: self = .unwrap(statement: fields[1])
        case .changeOperator: self = .changeOperator(statement: fields[1], try fields.choice(2, FragmentKind.self), condition: fields[3])
        case .addOperand: self = .addOperand(statement: fields[1], condition: fields[2])
        case .changeOperand: self = .changeOperand(statement: fields[1], operand: try fields.number(2), condition: fields[3])
        case .removeOperand: self = .removeOperand(statement: fields[1], operand: try fields.number(2))
        case .changeComment: self = .changeComment(statement: fields[1], words: fields[2])
        case .remove: self = .remove(element: fields[1])
        }
    }
}

extension SequenceCommand.Place {
    init(_ fields: CommandFields, from first: Int) throws(EditError) {
        holder = try fields.choice(first, SequenceCommand.Holder.self)
        owner = fields[first + 1]
        operand = try fields.number(first + 2)
        index = try fields.number(first + 3)
    }
}
