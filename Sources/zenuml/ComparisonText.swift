import CommandLineSupport
import UML

/// A comparison for people: a line for each element, with its line in the text; `+` was added, `-` removed, `~` changed, `>` moved.
enum ComparisonText {
    static func lines(_ comparison: DiagramComparison, _ earlier: SourceText, _ later: SourceText) -> [String] {
        let (before, after) = (LineIndex(earlier), LineIndex(later))
        return comparison.entries.flatMap { entry -> [String] in
            guard let side = entry.after ?? entry.before else { return [] }
            let index = entry.after == nil ? before : after
            let place = side.start.map { "\(index.position(of: $0).line): " } ?? ""
            return ["\(sign(entry.change)) \(place)\(words(entry, side).printed)"] + entry.lost.map { "    - \($0.printed)" }
                + entry.gained.map { "    + \($0.printed)" }
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
}
