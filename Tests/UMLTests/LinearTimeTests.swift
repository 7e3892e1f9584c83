import Foundation
import Testing

@testable import UML

/// Texts that nobody writes, but anybody can send: whatever is repeated in them, twice the text takes twice the time.
///
/// Measured is the time of the processor, which others on the machine don't change much, and compared within one run. The steps themselves
/// are counted by `e2e/test_linear_time.py`.
@Suite(.serialized)
struct LinearTimeTests {
    /// What a text begins with, and what is repeated then.
    private static let families: [(name: String, start: String, part: String)] = [
        ("chain", "A", ".b()"), ("returned calls", "A.m() {\nreturn ", "()"), ("assignments", "", "a = b.c();"),
        ("assigned chain", "x = A", ".b()"), ("unclosed parentheses", "", "a({}"), ("parentheses", "", "("), ("lines of parentheses", "", "(\n"),
        ("labels in blocks", "", "{a:b}"), ("types", "", "a<b "), ("types with an end", "", "a<b c> = "), ("lists", "", "a, "),
        ("shortcodes", "", "[rocket]."), ("unknown shortcodes", "", "[x]."), ("blanks in a label", "A -> B: x", " "),
        ("stereotypes", "", "<a"), ("double stereotypes", "", "<<a "), ("creations", "A\n", "new A();"), ("references", "ref(x", ", y"),
        ("semicolons", "", "; "), ("comments", "", "// _a *b `c\n"), ("one comment", "// ", "_a **b "), ("quotes", "", "\"a"),
        ("quotes in labels", "( ", "{ a:\" } b( x "), ("operands", "if(x){}", "else{}"), ("handlers", "try{}", "catch{}"), ("groups", "", "group{"),
        ("nested blocks", "", "A.m(){"), ("combining marks", "A -> B: ", "\u{301}"), ("emoji", "A -> B: ", "👩‍💻"), ("dividers", "", "== a ==\n"),
        ("brackets in two lights", "", "a({b:\"}f().g();x{b:\"}"), ("conditions in comments", "", "}if(/*"),
        ("a long alias", "@Actor A as \"" + String(repeating: "x", count: 4000) + "\"\n", "A.m()\n"),
        ("titles", "", "title x\n"), ("declarations", "", "@Actor A #fff 10\n"), ("participants", "", "aa\n"), ("carriage returns", "", "a\r"),
        ("block comments", "", "/* a */"), ("opened comments", "", "/*"), ("ideographs", "A -> B: ", "名"), ("blank lines", "", " \n"),
    ]

    private static func text(_ family: (name: String, start: String, part: String), _ length: Int) -> SourceText {
        var bytes = Array(family.start.utf8)
        let part = Array(family.part.utf8)
        while bytes.count < length / 2 { bytes += part }
        // Far ahead is as much again on the same line, in which nothing ends.
        if family.name == "brackets in two lights" { bytes += Array("y:".utf8) }
        if ["brackets in two lights", "conditions in comments"].contains(family.name) {
            bytes += Array(repeating: UInt8(ascii: "z"), count: length / 2)
        }
        while bytes.count < length { bytes += part }
        return SourceText(bytes: bytes)
    }

    /// In nanoseconds of this thread's processor time; the less of two, as others can only add to it.
    private static func time(_ work: () -> Void) -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
        }
        return (0..<2).map { _ in
            let start = now()
            work()
            return now() - start
        }.min() ?? 0
    }

    /// Sixteen times the text: linear time gives 16, quadratic time 256.
    private static func expectLinear(_ name: String, small: () -> Void, large: () -> Void) {
        // Below that the clock and the caches count for more than the work.
        let (first, second) = (max(time(small), 200_000), time(large))
        #expect(second / first < 64, "\(name): \(Int(first / 1000)) µs, and \(Int(second / 1000)) µs for sixteen times the text")
    }

    @Test func readingAndDrawingAreLinear() {
        for family in Self.families {
            let (small, large) = (Self.text(family, 8 << 10), Self.text(family, 128 << 10))
            func draw(_ source: SourceText) {
                let document = Document.parse(source)
                _ = SVGWriter.write(document.scene())
                _ = DiagnosticsJSON.write(document.diagnostics, in: document.source)
                _ = OutlineJSON.write(document)
            }
            Self.expectLinear(family.name, small: { draw(small) }, large: { draw(large) })
        }
    }

    /// On many lines, and on one.
    @Test(arguments: ["A -> B: x\n", "A.m();", "// why\nA.m() { B.n() }\n", "A.m() { B.n() };"])
    func editsAreLinear(_ part: String) throws {
        let edits: [(String, (SequenceEditor) -> Void)] = [
            ("rename", { _ = try? $0.renameParticipant(0, to: "Zed") }),
            ("remove participant", { _ = try? $0.removeParticipant(0) }),
            ("add participant", { _ = try? $0.addParticipant("Zed") }),
            ("remove", { _ = try? $0.remove($0.sites.count / 2) }),
            ("insert", { _ = try? $0.insertMessage(.asynchCall, from: "A", to: "B", "x", at: .init(.body, 1)) }),
            ("move", { _ = try? $0.move(0, to: .init(.body, $0.diagram.body.statements.count)) }),
            ("wrap", { _ = try? $0.wrap(0, through: $0.diagram.body.statements.last?.id ?? 0, in: .option, condition: "x") }),
            ("change text", { _ = try? $0.changeText(of: 0, to: "y") }),
        ]
        let start = "@Starter(A)\n"
        let (small, large) = (start + String(repeating: part, count: 200), start + String(repeating: part, count: 3200))
        for (name, edit) in edits {
            func run(_ source: String) {
                edit(SequenceEditor(SequenceDocument(SourceText(source))))
            }
            Self.expectLinear("\(name) in \(part.debugDescription)", small: { run(small) }, large: { run(large) })
        }
    }

    @Test func aPictureHasALimit() {
        let names = (0..<100_000).map { "n\($0)" }.joined(separator: ", ")
        for source in [
            "ref(x, \(names))", "if(x){}" + String(repeating: "else{}", count: 170_000), String(repeating: "//a\n", count: 250_000) + "A.m()",
        ] {
            let document = Document.parse(source)
            #expect(document.diagnostics.contains { $0.code == "too-large" })
            #expect(SVGWriter.write(document.scene()).count < 24 << 20)
        }
    }
}
