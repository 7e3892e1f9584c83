/// The twelve interaction operators of UML 2.5.1 (17.6 and 17.12: InteractionOperatorKind), then what the notation has beside them.
public enum FragmentKind: String, CaseIterable, Sendable {
    case alternatives = "alt"
    case option = "opt"
    case loop
    case breaking = "break"
    case parallel = "par"
    case strict
    case weakSequencing = "seq"
    case critical
    case negative = "neg"
    case assertion = "assert"
    case ignore
    case consider
    case section
    case exceptionHandling = "try"

    /// Each statement of the block is an operand of its own; braces make one of several.
    var hasStatementsAsOperands: Bool { self == .parallel || self == .strict || self == .weakSequencing }
}
