import Foundation
import Testing

@testable import UML

@Suite("Outline")
struct OutlineTests {
    @Test func aStatementsPlaceIsSaidAsEditsTakeIt() throws {
        let source = """
            A -> B.m() {
              C.n()
              if (x) {
                D -> A: hi
              } else {
                ref(other)
              }
            }
            == phase ==
            par {
              { B.q() }
              A.p()
            }
            """
        let outline = try outline(of: source)
        let statements = try #require(outline["statements"] as? [[String: Any]])
        let places = statements.map { s in
            [s["sort"], s["place"], s["owner"], s["operand"], s["index"], s["blocks"], s["text"]].map { $0.map { "\($0)" } ?? "-" }.joined(
                separator: " ")
        }
        #expect(
            places == [
                "synchCall 0 -1 0 0 1 m()", "synchCall 1 0 0 0 1 n()", "alt 1 0 0 1 2 ", "asynchCall 2 2 0 0 0 hi", "ref 2 2 1 0 - other",
                "divider 0 -1 0 1 - phase", "par 0 -1 0 2 2 ", "synchCall 2 6 0 0 1 q()", "synchCall 1 6 0 1 1 p()",
            ])
        let names = (outline["participants"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
        #expect(names == ["A", "B", "C", "D"])
        let range = try #require(statements[3]["start"] as? Int)..<(try #require(statements[3]["end"] as? Int))
        #expect(String(decoding: Array(source.utf8)[range], as: UTF8.self) == "D -> A: hi")
    }

    /// A message that is inserted before a statement, at the place that the outline says, stands there afterwards.
    @Test func everyPlaceCanBeInsertedAt() throws {
        for seed in UInt64(0)..<60 {
            var generator = SourceGenerator(seed: seed)
            let source = generator.next()
            let editor = SequenceEditor(SequenceDocument(SourceText(source)))
            for statement in try #require(try outline(of: source)["statements"] as? [[String: Any]]) {
                let number = { (name: String) in statement[name] as? Int ?? 0 }
                let place: InsertionPoint.Place =
                    switch number("place") {
                    case 1: .block(of: number("owner"))
                    case 2: .operand(of: number("owner"), number("operand"))
                    default: .body
                    }
                guard let edits = try? editor.insertMessage(.asynchCall, from: "New1", to: "New2", "x", at: InsertionPoint(place, number("index")))
                else { continue }
                let after = SourceText(source).applying(edits)
                let inserted = try #require(try outline(of: after.string)["statements"] as? [[String: Any]])[number("id")]
                #expect(inserted["text"] as? String == "x", "seed \(seed), statement \(number("id"))")
            }
        }
    }

    private func outline(of source: String) throws -> [String: Any] {
        let json = OutlineJSON.write(Document.parse(source))
        return try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    }
}
