/// The kinds of diagram that the engine knows, by the names that people and programs use.
public enum DiagramKind: String, CaseIterable, Sendable {
    case sequence
    case classes = "class"
    case useCases = "usecase"

    /// The ending of file names that hold such a diagram.
    public var fileExtension: String {
        switch self {
        case .sequence: "zen"
        case .classes, .useCases: "puml"
        }
    }
}
