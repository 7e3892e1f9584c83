import UML

/// A comparison for people: a line for each element, with its line in the text; `+` was added, `-` removed, `~` changed, `>` moved.
enum ComparisonText {
    static func lines(_ comparison: DiagramComparison, _ earlier: SourceText, _ later: SourceText) -> [String] {
        let (before, after) = (LineIndex(earlier), LineIndex(later))
        return comparison.entries.flatMap { entry -> [String] in
            guard let side = entry.after ?? entry.before else { return [] }
            let index = entry.after == nil ? before : after
            let place = side.start.map { "\(index.position(of: $0).line): " } ?? ""
            return ["\(sign(entry.change)) \(place)\(line(words(entry, side)))"] + details(entry)
        }
    }

    private static func sign(_ change: ElementChange) -> String {
        switch change {
        case .added: "+"
        case .removed: "-"
        case .changed: "~"
        case .moved: ">"
        }
    }

    private static func words(_ entry: DiagramComparison.Entry, _ side: DiagramComparison.Entry.Side) -> String {
        guard let before = entry.before, entry.change == .changed, before.label != side.label else { return side.label }
        return "\(before.label) → \(side.label)"
    }

    /// What stands on it, where its label does not say it.
    private static func details(_ entry: DiagramComparison.Entry) -> [String] {
        guard let before = entry.before, let after = entry.after else { return [] }
        let lost = entry.lost.filter { !isSaid($0, by: before.label) }
        let gained = entry.gained.filter { !isSaid($0, by: after.label) }
        return lost.map { "    - \(line($0))" } + gained.map { "    + \(line($0))" }
    }

    private static func isSaid(_ words: String, by label: String) -> Bool { label == words || label.hasSuffix(" \(words)") }

    /// On one line, and without what a terminal takes for a command.
    private static func line(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    if scalar == "\n" || scalar == "\r" || scalar == "\t" { return " " }
                    return scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "\u{FFFD}" : scalar
                }))
    }
}
