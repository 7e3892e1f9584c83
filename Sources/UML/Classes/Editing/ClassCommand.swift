/// What a client asks to be done to a class or use case diagram.
///
/// As bytes: the name of the command, then its fields in the order of ``Name/fields``, a zero byte between them. Several elements are ids with
/// line feeds between them; a package that is empty is the diagram itself.
public enum ClassCommand: Sendable {
    case changeWords(element: String, words: String)
    case addClassifier(ClassifierKind, name: String, package: String)
    case addPackage(Package.Shape, name: String, package: String)
    case addNote(words: String, element: String)
    case connect(RelationshipKind, source: String, target: String)
    case changeRelationship(String, RelationshipKind)
    case reverse(relationship: String)
    case attach(relationship: String, Relationship.Position, element: String)
    case changeEnd(relationship: String, Relationship.Position, words: String)
    case insertFeature(classifier: String, index: Int, words: String)
    case changeFeature(classifier: String, index: Int, words: String)
    case moveFeature(classifier: String, index: Int, target: Int)
    case removeFeature(classifier: String, index: Int)
    case changeKind(element: String, kind: String)
    case changeStereotypes(element: String, words: String)
    case changeColor(element: String, color: String)
    case move(elements: [String], package: String)
    case wrap(elements: [String], Package.Shape, name: String)
    case unwrap(package: String)
    case duplicate(element: String)
    case remove(elements: [String])

    /// What commands are called, and their fields.
    enum Name: String, CommandName {
        case changeWords
        case addClassifier
        case addPackage
        case addNote
        case connect
        case changeRelationship
        case reverse
        case attach
        case changeEnd
        case insertFeature
        case changeFeature
        case moveFeature
        case removeFeature
        case changeKind
        case changeStereotypes
        case changeColor
        case move
        case wrap
        case unwrap
        case duplicate
        case remove

        var fields: StaticString {
            switch self {
            case .changeWords, .changeStereotypes: "element words"
            case .addClassifier, .addPackage: "kind name package"
            case .addNote: "words element"
            case .connect: "kind source target"
            case .changeRelationship: "relationship kind"
            case .reverse: "relationship"
            case .attach: "relationship end element"
            case .changeEnd: "relationship end words"
            case .insertFeature, .changeFeature: "classifier index words"
            case .moveFeature: "classifier index target"
            case .removeFeature: "classifier index"
            case .changeKind: "element kind"
            case .changeColor: "element color"
            case .move: "elements package"
            case .wrap: "elements kind name"
            case .unwrap: "package"
            case .duplicate: "element"
            case .remove: "element"
            }
        }
    }
}
