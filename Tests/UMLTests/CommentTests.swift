import Testing

@testable import UML

/// What comments and texts may hold beside words.
struct CommentTests {
    private static func texts(_ source: String, _ part: ElementPart) -> [TextShape] {
        var texts: [TextShape] = []
        for element in Document.parse(source).scene().elements where element.part == part {
            for shape in element.shapes { if case .text(let text) = shape { texts.append(text) } }
        }
        return texts
    }

    private static func words(_ source: String, _ part: ElementPart) -> [String] { texts(source, part).map(\.text) }

    @Test(arguments: [
        ("A -> B: go [rocket]", ElementPart.message, ["go 🚀"]),
        ("A -> B: x\nB -> A: [check] done", .message, ["x", "✅ done"]),
        ("if ([key] known) { A -> B: x }", .operand, ["[🔑 known]"]),
        ("try { A -> B: x } catch ([fire] hot) { A -> B: y }", .operand, ["catch (🔥 hot)"]),
        ("A -> B: x\n== [flag] end ==", .divider, ["🚩 end"]),
        ("title [books] Books\nA -> B: x", .title, ["📚 Books"]),
        ("group \"[house] Home\" { A }\nA -> B: x", .group, ["🏠 Home"]),
        ("A as \"Ann [robot]\"\nA -> A: x", .header, ["Ann 🤖"]),
        ("ref([map] Plan, A)", .interactionUse, ["ref", "🗺️ Plan"]),
        ("// [bug] found\nA -> B: x", .comment, ["🐛 found"]),
        // What is code, or stands for nothing, stays.
        ("A -> B.get(items[key], [key])", .message, ["get(items[key], [key])"]),
        ("if (items[key]) { A -> B: x }", .operand, ["[items[key]]"]),
        ("if (x) { A -> B: y }", .operand, ["[x]"]),
        ("A -> B: [nothing] here", .message, ["[nothing] here"]),
        ("// `[key]`\nA -> B: x", .comment, ["[key]"]),
    ]) func emojiStandByTheirShortcodesInEveryText(_ source: String, _ part: ElementPart, _ words: [String]) {
        #expect(Self.words(source, part) == words)
    }

    @Test func aCommentGivesAMessageItsLook() throws {
        let message = try #require(Self.texts("// [red, bold]\nA -> B: x", .message).first)
        #expect(message.font.weight == .semibold)
        #expect(message.paint == .coloredInk(Color(0xFF0000)))
        #expect(Self.words("// [red, bold]\nA -> B: x", .comment).isEmpty)
        let looks: [(String, (Font) -> Bool)] = [
            ("italic", { $0.isItalic }), ("underline", { $0.decoration == .underline }), ("strikethrough", { $0.decoration == .lineThrough }),
        ]
        for (word, isSet) in looks {
            for source in ["// [\(word)]\nA -> B: x", "// [\(word)]\nA -> A: x", "// [\(word)]\nA -> B.f()", "// [\(word)] said\nnew A()"] {
                #expect(isSet(try #require(Self.texts(source, .message).first).font), "\(source)")
            }
        }
    }

    @Test(arguments: [
        ("// [#0a0] seen\nA -> B: x", ["seen"]), ("// seen\n// [red]\nA -> B: x", ["seen"]), ("// [red, loud]\nA -> B: x", ["[red, loud]"]),
        ("// []\nA -> B: x", ["[]"]), ("// [red\nA -> B: x", ["[red"]), ("// [red]\n// [blue]\nA -> B: x", ["[blue]"]),
    ]) func onlyALookIsNotPrinted(_ source: String, _ words: [String]) { #expect(Self.words(source, .comment) == words) }

    @Test(arguments: [
        ("// one<br>two<br/>three\nA -> B: x", ["one", "two", "three"]),
        ("// a <broken> tag\nA -> B: x", ["a <broken> tag"]),
        ("// ```swift\n// let a = [\n//   *b*,\n// ]\n// ```\n// *after*\nA -> B: x", ["let a = [", "\u{A0}\u{A0}*b*,", "]", "after"]),
        ("// ```\n// never closed\nA -> B: x", ["never closed"]),
        ("// see [this page](https://example.com/a_b_c)!\nA -> B: x", ["see this page!"]),
        ("// see [this](no link\nA -> B: x", ["see [this](no link"]),
    ]) func aCommentHasMarkup(_ source: String, _ words: [String]) { #expect(Self.words(source, .comment) == words) }

    private static func svg(_ source: String) -> String { String(decoding: SVGWriter.write(Document.parse(source).scene()), as: UTF8.self) }

    @Test func aLinkLeadsToASecureAddressOnly() {
        #expect(
            Self.svg("// [a](https://example.com/?b=1&c=\"2\")\nA -> B: x").contains(
                "<a href=\"https://example.com/?b=1&amp;c=&quot;2&quot;\" target=\"_blank\" rel=\"noopener noreferrer\">"))
        for address in ["http://example.com", "javascript:alert", "httpsx://a", "https:a", " https://example.com", "//example.com"] {
            let svg = Self.svg("// [a](\(address))\nA -> B: x")
            #expect(!svg.contains("<a "), "\(address)")
            #expect(svg.contains(">a</text>"), "\(address)")
        }
    }
}
