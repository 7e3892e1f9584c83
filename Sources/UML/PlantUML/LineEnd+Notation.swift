extension LineEnd {
    /// How an arrow writes it at its left and at its right end.
    var spellings: (left: StaticString, right: StaticString) {
        switch self {
        case .none: ("", "")
        case .open: ("<", ">")
        case .triangle: ("<|", "|>")
        case .composition: ("*", "*")
        case .aggregation: ("o", "o")
        case .cross: ("x", "x")
        case .nesting: ("+", "+")
        case .socket: (")", "(")
        case .ball: ("()", "()")
        case .zero: ("|o", "o|")
        case .one: ("||", "||")
        case .many: ("}", "{")
        case .oneOrMany: ("}|", "|{")
        case .zeroOrMany: ("}o", "o{")
        }
    }
}
