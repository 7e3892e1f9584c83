/// All series of one name, as the text format has them together.
struct MetricFamily: Sendable {
    enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    let name: String
    let kind: Kind
    let lines: [String]

    /// One series without labels.
    init(_ name: String, _ kind: Kind, _ value: Double) {
        self.init(name: name, kind: kind, lines: ["\(name) \(Self.text(value))"])
    }

    init(name: String, kind: Kind, lines: [String]) {
        self.name = name
        self.kind = kind
        self.lines = lines
    }

    var text: [String] {
        let help = MetricHelp.texts[name].map { ["# HELP \(name) \($0)"] } ?? []
        return help + ["# TYPE \(name) \(kind.rawValue)"] + lines
    }

    /// Whole numbers without a fraction.
    static func text(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
    }
}
