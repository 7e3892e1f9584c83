import Foundation
import FoundationXML
import Testing

@testable import UML

/// Texts that nobody would write: cases and pictures' sources, cut up, mixed and bent. `make fuzz` tries a million.
struct FuzzTests {
    private static let count = ProcessInfo.processInfo.environment["UML_FUZZ_COUNT"].flatMap(Int.init) ?? 20_000
    private static let seed = ProcessInfo.processInfo.environment["UML_FUZZ_SEED"].flatMap(UInt64.init) ?? 20_261_124

    @Test func anyTextIsReadCheckedAndDrawn() throws {
        print("fuzz: \(Self.count) inputs, UML_FUZZ_SEED=\(Self.seed)")
        var mutator = Mutator(seed: Self.seed, corpus: ParserCase.all.map { Array($0.source.utf8) })
        var earlier = Document.parse("")
        for number in 0..<Self.count {
            let bytes = mutator.next()
            let document = Document.parse(SourceText(bytes: bytes))
            let scene = document.scene()
            let svg = SVGWriter.write(scene)
            let succession = Self.problem(document.successions(since: earlier))
            earlier = document
            let problem = Self.problem(document, scene) ?? succession ?? (number % 20 == 0 && !Self.isWellFormed(svg) ? "not well-formed" : nil)
            if let problem {
                Issue.record("\(problem): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
                return
            }
        }
    }

    /// What must hold for any text.
    private static func problem(_ document: Document, _ scene: Scene) -> String? {
        let whole = SourceRange(0, document.source.bytes.count)
        for diagnostic in document.diagnostics where !whole.contains(diagnostic.range) || diagnostic.range.length < 0 {
            return "\(diagnostic.code) is outside of the text"
        }
        guard case .sequence(let sequence) = document.diagram else { return "no sequence diagram" }
        let diagram = sequence.diagram
        guard Set(diagram.columns) == Set(diagram.participants.indices), diagram.columns.count == diagram.participants.count else {
            return "participants and columns differ"
        }
        for participant in diagram.participants {
            for range in participant.references where !whole.contains(range) { return "\(participant.name) is outside of the text" }
        }
        for element in scene.elements {
            if let range = element.range, !whole.contains(range) { return "\(element.id) is outside of the text" }
            for case .text(let text) in element.shapes where text.box.x < 0 || text.box.maximumX > scene.width || text.box.maximumY > scene.height {
                return "“\(text.text)” is outside of the picture"
            }
        }
        return nil
    }

    /// No two elements become one.
    private static func problem(_ successions: [Succession]) -> String? {
        let successors = successions.compactMap(\.successor)
        return Set(successors).count == successors.count ? nil : "two elements have become one"
    }

    private static func isWellFormed(_ svg: [UInt8]) -> Bool { XMLParser(data: Data(svg)).parse() }

    @Test func fiveThousandOpenBracesAreAnsweredAtOnce() {
        for bracket in ["{", "(", "[", "if (x) {", "A.m() {", "A.m(", "\"", "/*", "<<", "group {"] {
            let document = Document.parse(String(repeating: bracket, count: 5_000))
            #expect(document.diagnostics.count <= DiagnosticList.limit + 1)
            #expect(SVGWriter.write(document.scene()).count < 1_000_000)
        }
    }
}
