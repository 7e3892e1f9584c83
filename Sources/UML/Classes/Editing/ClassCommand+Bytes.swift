extension ClassCommand {
    /// - Throws: ``EditError/badCommand`` for what is no command, or lacks a field.
    public init(_ bytes: [UInt8]) throws(EditError) {
        let fields = CommandFields(bytes)
        switch try fields.name(Name.self) {
        case .changeWords: self = .changeWords(element: fields[1], words: fields[2])
        case .addClassifier: self = .addClassifier(try fields.choice(1, ClassifierKind.self), name: fields[2], package: fields[3])
        case .addPackage: self = .addPackage(try fields.choice(1, Package.Shape.self), name: fields[2], package: fields[3])
        case .addNote: self = .addNote(words: fields[1], element: fields[2])
        case .connect: self = .connect(try fields.choice(1, RelationshipKind.self), source: fields[2], target: fields[3])
        case .changeRelationship: self = .changeRelationship(fields[1], try fields.choice(2, RelationshipKind.self))
        case .reverse: self = .reverse(relationship: fields[1])
        case .attach: self = .attach(relationship: fields[1], try fields.choice(2, Relationship.Position.self), element: fields[3])
        case .changeEnd: self = .changeEnd(relationship: fields[1], try fields.choice(2, Relationship.Position.self), words: fields[3])
        case .insertFeature: self = .insertFeature(classifier: fields[1], index: try fields.number(2), words: fields[3])
        case .changeFeature: self = .changeFeature(classifier: fields[1], index: try fields.number(2), words: fields[3])
        case .moveFeature: self = .moveFeature(classifier: fields[1], index: try fields.number(2), target: try fields.number(3))
        case .removeFeature: self = .removeFeature(classifier: fields[1], index: try fields.number(2))
        case .changeKind: self = .changeKind(element: fields[1], kind: fields[2])
        case .changeStereotypes: self = .changeStereotypes(element: fields[1], words: fields[2])
        case .changeColor: self = .changeColor(element: fields[1], color: fields[2])
        case .move: self = .move(elements: fields.list(1), package: fields[2])
        case .wrap: self = .wrap(elements: fields.list(1), try fields.choice(2, Package.Shape.self), name: fields[3])
        case .unwrap: self = .unwrap(package: fields[1])
        case .duplicate: self = .duplicate(element: fields[1])
        case .remove: self = .remove(elements: fields.list(1))
        }
    }
}
