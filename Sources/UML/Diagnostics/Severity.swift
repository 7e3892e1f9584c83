/// How much a diagnostic weighs: an error means that something was not understood.
public enum Severity: String, Sendable {
    case error
    case warning
    case information
}
