/// What a client asks to be done to a class diagram.
///
/// As bytes: the name of the command, then its fields in the order of ``Name/fields``, a zero byte between them.
public enum ClassCommand: Sendable {
    case changeWords(element: String, words: String)
    case addClassifier(ClassifierKind, name: String)
    case remove(element: String)

    /// What commands are called, and their fields.
    enum Name: String, CommandName {
        case changeWords
        case addClassifier
        case remove

        var fields: StaticString {
            switch self {
            case .changeWords: "element words"
            case .addClassifier: "kind name"
            case .remove: "element"
            }
        }
    }

    /// - Throws: ``EditError/badCommand`` for what is no command, or lacks a field.
    public init(_ bytes: [UInt8]) throws(EditError) {
        let fields = CommandFields(bytes)
        switch try fields.name(Name.self) {
        case .changeWords: self = .changeWords(element: fields[1], words: fields[2])
        case .addClassifier: self = .addClassifier(try fields.choice(1, ClassifierKind.self), name: fields[2])
        case .remove: self = .remove(element: fields[1])
        }
    }
}
