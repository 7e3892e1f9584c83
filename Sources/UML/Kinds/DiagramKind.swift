/// The kinds of diagram that the engine knows, by the names that people and programs use.
public enum DiagramKind: String, CaseIterable, Sendable {
    case sequence
    case classes = "class"

    /// The ending of file names that hold such a diagram.
    public var fileExtension: String {
        switch self {
        case .sequence: "zen"
        case .classes: "puml"
        }
    }

    var vocabulary: Vocabulary {
        switch self {
        case .sequence: .sequence
        case .classes: .classes
        }
    }
}
