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
        let elements = try elements(of: source)
        let statements = elements.filter { $0["role"] as? String == "statement" }
        let places = statements.map { s in
            [s["id"], s["sort"], s["place"], s["owner"], s["operand"], s["index"], s["blocks"], s["words"]].map { $0.map { "\($0)" } ?? "-" }
                .joined(separator: " ")
        }
        #expect(
            places == [
                "A/B synchCall body  0 0 1 m()", "B/C synchCall block A/B 0 0 1 n()", ":alt alt block A/B 0 1 2 ",
                "D/A asynchCall operand :alt 0 0 0 hi", ":ref other ref operand :alt 1 0 - other", ":divider phase divider body  0 1 - phase",
                ":par par body  0 2 2 ", "A/B#2 synchCall operand :par 0 0 1 q()", "A/A synchCall block :par 0 1 1 p()",
            ])
        let names = elements.filter { $0["role"] as? String == "participant" }.compactMap { $0["words"] as? String }
        #expect(names == ["A", "B", "C", "D"])
        let range = try #require(statements[3]["start"] as? Int)..<(try #require(statements[3]["end"] as? Int))
        #expect(String(decoding: Array(source.utf8)[range], as: UTF8.self) == "D -> A: hi")
    }

    /// A message that is inserted before a statement, at the place that the outline says, stands there afterwards, and the edit tells its id.
    @Test func everyPlaceCanBeInsertedAt() throws {
        for seed in UInt64(0)..<60 {
            var generator = SourceGenerator(seed: seed)
            let source = generator.next()
            let document = Document.parse(source)
            for element in try elements(of: source) where element["role"] as? String == "statement" {
                let place = ["place", "owner", "operand", "index"].map { "\(element[$0] ?? "")" }
                let command = ["insertMessage", "asynchCall", "New1", "New2", "x"] + place
                guard let edit = try? document.edit(Array(command.joined(separator: "\0").utf8)) else { continue }
                let after = SourceText(source).applying(edit)
                let inserted = try #require(
                    try elements(of: after.string).first { $0["words"] as? String == "x" && $0["role"] as? String == "statement" })
                #expect(inserted["id"] as? String == edit.created.first, "seed \(seed)")
                #expect(["place", "owner", "operand", "index"].map { "\(inserted[$0] ?? "")" } == succeeded(place, edit), "seed \(seed), \(command)")
            }
        }
    }

    /// The place by the ids of afterwards.
    private func succeeded(_ place: [String], _ edit: Edit) -> [String] {
        guard let found = edit.successions.first(where: { $0.id == place[1] }) else { return place }
        return [place[0], found.successor ?? "gone", place[2], place[3]]
    }

    private func elements(of source: String) throws -> [[String: Any]] {
        let json = OutlineJSON.write(Document.parse(source))
        let outline = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        return try #require(outline["elements"] as? [[String: Any]])
    }
}
