/// The kinds of diagram that the engine knows, by the names that people and programs use.
public enum DiagramKind: String, CaseIterable, Sendable {
    case sequence

    /// The ending of file names that hold such a diagram.
    public var fileExtension: String {
        switch self {
        case .sequence: "zen"
        }
    }

    var vocabulary: Vocabulary {
        switch self {
        case .sequence: .sequence
        }
    }
}
