import Testing

@testable import UML

/// Limits never hide an error, say what they leave out, and bring no others.
struct LimitTests {
    @Test func errorsAreListedBehindAnyNumberOfRemarks() {
        let source = String(repeating: "A -> B\n", count: 600) + "loop(0) { A.m() }\n"
        let document = Document.parse(source)
        #expect(document.hasErrors)
        #expect(document.diagnostics.contains { $0.code == "loop-bounds" && $0.severity == .error })
        #expect(document.diagnostics.last?.code == "more-problems")
        #expect(document.diagnostics.last?.severity == .information)
        #expect(document.diagnostics.last?.message == "0 more errors and 100 more remarks are not listed.")
        let many = Document.parse(String(repeating: "A.m(\n", count: 700))
        #expect(many.errorCount == 700)
        #expect(many.diagnostics.last?.severity == .error)
    }

    @Test func aDiagramThatIsCutOffSaysSoOnce() {
        let source = "group G { X }\nif (x) {\nA.m() {\n" + String(repeating: "B.n()\n", count: 26_000) + "}\n}\nX.m()\n"
        #expect(Document.parse(source).diagnostics.map(\.code) == ["too-large"])
        let deep = String(repeating: "A.m() {\n", count: 202) + String(repeating: "}\n", count: 202)
        #expect(Document.parse(deep).diagnostics.map(\.code) == ["too-deep"])
    }

    @Test func argumentsThatAreTooLongAreOneError() {
        let lines = String(repeating: "  value,\n", count: 200)
        for source in ["A.m(\n\(lines)last)\nB.n()\n", "ref(x,\n\(lines)last)\nB.n()\n", "A.m() {\nreturn f(\n\(lines)last)\n}\nB.n()\n"] {
            let document = Document.parse(source)
            #expect(document.diagnostics.map(\.code) == ["too-long"], "\(source.prefix(20))")
            guard case .sequence(let sequence) = document.diagram else { return }
            #expect(sequence.diagram.body.statements.count == 2)
        }
    }

    @Test(arguments: [(39, false), (40, false), (41, true)])
    func onlyATextThatIsCutEndsInAnEllipsis(_ count: Int, _ isCut: Bool) {
        let text = (1...count).map { "line \($0)" }.joined(separator: "\n")
        for end in ["", "\n", " \n "] {
            let lines = TextLines.plain(text + end, Font(size: 13), maximumWidth: 300).lines
            #expect(lines.count == min(count, 40))
            #expect(lines.last?.text == (isCut ? "line 40…" : "line \(count)"))
        }
    }

    @Test func aPlaceInALongLineIsShownWithItsNeighbours() {
        let source = SourceText("// é\nA." + String(repeating: "b", count: 1000) + "(\nC.d()\n")
        let index = LineIndex(source)
        let (text, column) = index.excerpt(at: source.bytes.count - 8)
        #expect(text.count < 170 && text.hasPrefix("…bbb") && text.hasSuffix("b("))
        #expect(Array(text)[column - 1] == "(")
        #expect(index.excerpt(at: 4).text == "// é")
        for offset in source.bytes.indices {
            let position = index.position(of: offset)
            let before = String(decoding: source.bytes[..<offset], as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            #expect(position.line == before.count)
        }
        #expect(index.position(of: 6) == SourcePosition(line: 2, column: 1))
    }

    @Test func longNamesAreShortInSentences() {
        let name = String(repeating: "x", count: 5000)
        let document = Document.parse("@Actor A as \"\(name)\"\nA.m()\nA.m()\n")
        for element in document.scene().elements where element.part == .message { #expect((element.label?.count ?? 0) < 300) }
    }
}
