import Foundation

@testable import UML

/// Edits by the engine's own commands, as one of two sides makes them: near one place of the text, and with words that nobody else has.
struct SideEdits {
    var random: SplitMix64
    private var counter = 0

    struct Element: Decodable {
        var id: String
        var role: String
        var words: String
        var kind: String?
        var package: String?
        var first: String?
        var second: String?
        var firstWords: String?
        var secondWords: String?
        var features: [String]?
        var place: String?
        var owner: String?
        var operand: Int?
        var index: Int?
        var start: Int?
    }

    private struct Outline: Decodable { var elements: [Element] }

    init(seed: UInt64) { random = SplitMix64(state: seed) }

    static func elements(_ document: Document) -> [Element] {
        (try? JSONDecoder().decode(Outline.self, from: Data(document.diagram.outline)).elements) ?? []
    }

    /// What a diagram says, a fact a line: written apart from the engine's own comparison, so that one can't hide the other's mistake.
    static func facts(_ text: String, _ kind: DiagramKind) -> [String] {
        let document = Document.parse(text, kind: kind)
        if case .sequence(let sequence) = document.diagram { return Flat.statements(sequence) }
        return elements(document).flatMap { element -> [String] in
            // Not what it connects or stands in: that has another name if the other side has changed it.
            let about = [element.kind, element.firstWords, element.secondWords].map { $0 ?? "" }.joined(separator: " ")
            return ["\(element.role) \(element.words) \(about)"] + (element.features ?? []).map { "has \($0)" }
        }
    }

    mutating func pick<Item>(_ items: [Item]) -> Item? { items.randomElement(using: &random) }

    /// - Parameter place: In bytes.
    mutating func edited(_ text: String, _ kind: DiagramKind, by side: String, near place: Int) -> String {
        var text = text
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let document = Document.parse(text, kind: kind)
            let near = Self.elements(document).sorted { abs(($0.start ?? 0) - place) < abs(($1.start ?? 0) - place) }.prefix(6)
            let command = kind == .sequence ? statementCommand(Array(near), side) : classCommand(Array(near), side)
            guard let command, let edit = try? document.edit(Array(command.joined(separator: "\0").utf8)) else { continue }
            text = document.source.applying(edit).string
        }
        return text
    }

    private mutating func word(_ side: String) -> String {
        counter += 1
        return "\(side)\(counter)"
    }

    private mutating func classCommand(_ near: [Element], _ side: String) -> [String]? {
        let (new, number) = (word(side), String(Int.random(in: 0..<3, using: &random)))
        let (one, classifier) = (pick(near), pick(near.filter { $0.role == "classifier" }))
        let (other, relation) = (pick(near.filter { $0.role == "classifier" }), pick(near.filter { $0.role == "relationship" }))
        let fields: [String?]
        switch Int.random(in: 0..<14, using: &random) {
        case 0: fields = ["changeWords", one?.id, new]
        case 1, 2: fields = ["addClassifier", "class", new, pick(near.filter { $0.role == "package" })?.id ?? ""]
        case 3: fields = ["addNote", new, classifier?.id]
        case 4, 5: fields = ["connect", pick(RelationshipKind.allCases)?.rawValue, classifier?.id, other?.id]
        case 6: fields = ["changeRelationship", relation?.id, pick(RelationshipKind.allCases)?.rawValue]
        case 7: fields = ["changeEnd", relation?.id, pick(["first", "second"]), new]
        case 8, 9: fields = ["insertFeature", classifier?.id, number, "\(new): Int"]
        case 10: fields = ["changeFeature", classifier?.id, number, "\(new)()"]
        case 11: fields = ["removeFeature", classifier?.id, number]
        case 12: fields = ["changeColor", one?.id, pick(["red", "ff8800"])]
        default: fields = ["remove", one?.id]
        }
        return fields.contains(nil) ? nil : fields.compactMap { $0 }
    }

    private mutating func statementCommand(_ near: [Element], _ side: String) -> [String]? {
        let (new, one) = (word(side), pick(near))
        let (statement, person) = (pick(near.filter { $0.role == "statement" }), pick(near.filter { $0.role == "participant" }))
        let place = statement.map { [$0.place ?? "", $0.owner ?? "", String($0.operand ?? 0), String(($0.index ?? 0) + Int(random.next() % 2))] }
        let fields: [String?]
        switch Int.random(in: 0..<11, using: &random) {
        case 0: fields = ["changeWords", one?.id, new]
        case 1, 2: fields = ["addParticipant", "actor", new, String(Int.random(in: 0..<3, using: &random))]
        case 3, 4: fields = ["insertMessage", "asynchCall", person?.id, person?.id, new] + (place ?? [nil])
        case 5: fields = ["insertFragment", "opt", new] + (place ?? [nil])
        case 6: fields = ["changeSort", statement?.id, pick(["asynchCall", "synchCall", "reply"])]
        case 7: fields = ["changeComment", statement?.id, new]
        case 8: fields = ["move", statement?.id] + (place ?? [nil])
        case 9: fields = ["wrap", statement?.id, statement?.id, pick(["loop", "opt"]), new]
        default: fields = ["remove", one?.id]
        }
        return fields.contains(nil) ? nil : fields.compactMap { $0 }
    }
}
