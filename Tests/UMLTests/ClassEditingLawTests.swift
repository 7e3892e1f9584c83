import Foundation
import Testing

@testable import UML

/// The law of editing, on class and use case diagrams of the gallery and edits drawn by lot: what was meant has happened, and nothing else.
///
/// The editor tries each edit itself; here its result is looked at from outside, by what the outline says.
struct ClassEditingLawTests {
    private static let seed = ProcessInfo.processInfo.environment["UML_EDIT_SEED"].flatMap(UInt64.init) ?? 20_261_126

    private struct Element: Decodable, Equatable {
        var id: String
        var role: String
        var words: String
        var kind: String?
        var first: String?
        var second: String?
        var features: [String]?
        var start: Int
        var end: Int
    }

    private struct Outline: Decodable { var elements: [Element] }

    private static func elements(_ document: Document) throws -> [Element] {
        try JSONDecoder().decode(Outline.self, from: Data(document.diagram.outline)).elements
    }

    /// Commands that fit any diagram, with values that are awkward.
    private static func command(_ elements: [Element], _ random: inout SplitMix64) -> [String]? {
        func pick<Item>(_ items: [Item]) -> Item? { items.randomElement(using: &random) }
        func any(_ roles: String...) -> String? { pick(elements.filter { roles.contains($0.role) })?.id }
        let featured = pick(elements.filter { ($0.features ?? []).count > 1 })?.id
        let words = pick(["x", "class", "Two words", "a \"b\"", "1..*", "用户 🚀", "}", "-> y", "' no", "a\nb"]) ?? ""
        let number = String(Int.random(in: 0..<3, using: &random))
        let fields: [String?]
        switch Int.random(in: 0..<24, using: &random) {
        case 0: fields = ["changeWords", any("classifier", "relationship", "note", "package"), words]
        case 1: fields = ["addClassifier", pick(ClassifierKind.allCases)?.rawValue, words, any("package") ?? ""]
        case 2: fields = ["addNote", words, any("classifier", "relationship")]
        case 3, 4: fields = ["connect", pick(RelationshipKind.allCases)?.rawValue, any("classifier", "package"), any("classifier")]
        case 5: fields = ["changeRelationship", any("relationship"), pick(RelationshipKind.allCases)?.rawValue]
        case 6: fields = ["reverse", any("relationship")]
        case 7: fields = ["attach", any("relationship"), pick(["first", "second"]), any("classifier")]
        case 8: fields = ["changeEnd", any("relationship"), pick(["first", "second"]), words]
        case 9: fields = ["insertFeature", any("classifier"), pick(["0", number]), words]
        case 10, 20, 21: fields = ["changeFeature", featured, number, words]
        case 11, 22, 23: fields = ["moveFeature", featured, number, "1"]
        case 12: fields = ["removeFeature", featured, number]
        case 13: fields = ["changeKind", any("classifier"), pick(ClassifierKind.allCases)?.rawValue]
        case 14: fields = ["changeStereotypes", any("classifier", "package"), pick(["", "one", "one\ntwo"])]
        case 15: fields = ["changeColor", any("classifier", "relationship", "note", "package"), pick(["", "red", "ff8800"])]
        case 16: fields = ["move", any("classifier", "note"), any("package") ?? ""]
        case 17: fields = [pick(["wrap", "duplicate"]), any("classifier")]
        case 18: fields = ["unwrap", any("package")]
        default: fields = ["remove", any("classifier", "relationship", "note", "package")]
        }
        guard !fields.contains(nil) else { return nil }
        let command = fields.compactMap { $0 }
        return command[0] == "wrap" ? command + ["package", "Wrapped"] : command
    }

    /// Lines that are but a comment.
    private static func comments(_ text: String) -> [Substring] {
        text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " || $0 == "\t" } }.filter { $0.hasPrefix("'") }
    }

    @Test func whatWasMeantHappensAndNothingElse() throws {
        print("class editing: UML_EDIT_SEED=\(Self.seed)")
        var random = SplitMix64(state: Self.seed)
        var (done, refused): ([String: Int], [String: Int]) = ([:], [:])
        for name in GalleryTests.names.filter({ $0.hasPrefix("class") || $0.hasPrefix("usecase") }) {
            let drawn = try GalleryTests.document(name)
            let kind: DiagramKind = name.hasPrefix("class") ? .classes : .useCases
            var text = "' above\n" + drawn.source.string
            for _ in 0..<100 {
                let document = Document.parse(text, kind: kind)
                let before = try Self.elements(document)
                guard let command = Self.command(before, &random) else { continue }
                let edit: Edit
                do {
                    edit = try document.edit(Array(command.joined(separator: "\0").utf8))
                } catch {
                    refused[command[0], default: 0] += 1
                    continue
                }
                done[command[0], default: 0] += 1
                #expect(zip(edit.changes, edit.changes.dropFirst()).allSatisfy { $0.range.end <= $1.range.start }, "\(command)")
                let changed = document.source.applying(edit)
                let after = Document.parse(changed, kind: kind)
                let problem = Self.problem(command, before, try Self.elements(after), edit)
                #expect(problem == nil, "\(command) of\n\(text)\ngave\n\(changed.string)")
                if command[0] != "remove" {
                    #expect(Self.comments(text).sorted() == Self.comments(changed.string).sorted(), "\(command)\n\(text)\n---\n\(changed.string)")
                }
                text = changed.string
            }
        }
        print("done \(done.sorted { $0.key < $1.key })\nrefused \(refused.sorted { $0.key < $1.key })")
        for (command, count) in done { #expect(count >= 10, "\(command) was made but \(count) times") }
        #expect(done.count == 20)
    }

    private static func problem(_ command: [String], _ before: [Element], _ after: [Element], _ edit: Edit) -> String? {
        var successors: [String: String?] = [:]
        for succession in edit.successions { successors[succession.id] = .some(succession.successor) }
        func now(_ id: String) -> String? { if let known = successors[id] { known } else { id } }
        var rest = after
        for element in before {
            guard let id = now(element.id) else { continue }
            guard let index = rest.firstIndex(where: { $0.id == id && $0.role == element.role }) else { return "\(element.id) is lost" }
            let same = rest.remove(at: index)
            let isMeant = command.contains(element.id)
            if !isMeant, same.words != element.words || same.kind != element.kind || same.features != element.features {
                return "\(element.id) has changed"
            }
            if !isMeant, element.first.flatMap(now) != same.first || element.second.flatMap(now) != same.second {
                return "\(element.id) leads elsewhere"
            }
        }
        return rest.allSatisfy { edit.created.contains($0.id) } ? nil : "\(rest.map(\.id)) came from nowhere"
    }
}
