/// What a box of a class diagram stands for (UML 2.5.1, 9 to 11), by the words of its notation.
public enum ClassifierKind: String, CaseIterable, Sendable {
    case `class`
    case abstractClass = "abstract class"
    case interface
    case enumeration = "enum"
    case annotation
    case entity
    case structure = "struct"
    case exception
    case `protocol`
    case record
    case metaclass
    case stereotype
    case dataType = "datatype"
    case primitive
    case object
    case map
    /// The point in which an association of more than two ends meets (UML 2.5.1, 11.5).
    case diamond
    /// An interface as a ball (UML 2.5.1, 10.4.4).
    case circle

    /// UML 2.5.1, 18.1.3.
    case actor
    /// UML 2.5.1, 18.1.3.
    case useCase = "usecase"

    /// The keyword that UML or custom writes above the name.
    var keyword: String? {
        switch self {
        case .class, .abstractClass, .object, .map, .diamond, .circle, .entity, .actor, .useCase: nil
        case .enumeration: "enumeration"
        case .structure: "struct"
        case .dataType: "dataType"
        default: rawValue
        }
    }
}
