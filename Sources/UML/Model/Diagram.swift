/// The model of a diagram of any kind.
public enum Diagram: Sendable {
    case sequence(SequenceDiagram)

    public var kind: DiagramKind {
        switch self {
        case .sequence: .sequence
        }
    }
}
