import Testing

@testable import UML

/// The markup of texts in PlantUML's notation.
struct LabelMarkupTests {
    private static func describe(_ text: String) -> String {
        LabelMarkup.spans(text).map { span in
            switch span.style {
            case .strong: "[b \(span.text)]"
            case .emphasis: "[i \(span.text)]"
            case .code: "[c \(span.text)]"
            case .plain, .link: span.text
            }
        }.joined()
    }

    @Test(arguments: [
        ("plain", "plain"), ("<b>a</b> b", "[b a] b"), ("a <i>b</i>", "a [i b]"), ("<u>a</u> <s>b</s>", "a b"), ("**a** b", "[b a] b"),
        ("//a//", "[i a]"),
        ("\"\"a\"\"", "[c a]"), ("<color:red>a</color> b", "a b"), ("<size:18><b>a</b></size>", "[b a]"), ("<b>a\nb</b>", "[b a\nb]"),
        ("<back:#ff0000>a</back>", "a"), ("<&check> a", " a"), ("<font color=red>a</font>", "a"), ("a**b**c", "a**b**c"), ("(**b**)", "([b b])"),
        ("vector<size_t> x", "vector<size_t> x"), ("Vec<&str>", "Vec<&str>"),
        ("map<color_t, int>", "map<color_t, int>"), ("char **argv, char **envp", "char **argv, char **envp"),
        // What is no markup.
        ("List<b>", "List<b>"), ("Map<i, String>", "Map<i, String>"), ("<b>a", "<b>a"), ("a ** b", "a ** b"), ("a ** b ** c", "a ** b ** c"),
        ("https://a.b//c//d", "https://a.b//c//d"), ("__init__", "__init__"), ("a < b > c", "a < b > c"), ("**", "**"), ("****", "****"), ("/", "/"),
        ("<", "<"), ("<color", "<color"), ("", ""),
    ])
    func markupIsRead(_ text: String, _ expected: String) { #expect(Self.describe(text) == expected) }

    @Test(arguments: ["<b>", "**", "**a", "//", "\"\"", "<color", "</b>", "<b></b>", "<"]) func longTextsTakeLinearTime(_ piece: String) {
        let short = ContinuousClock().measure { _ = LabelMarkup.spans(String(repeating: piece, count: 2_000)) }
        let long = ContinuousClock().measure { _ = LabelMarkup.spans(String(repeating: piece, count: 20_000)) }
        #expect(long < max(short, .milliseconds(2)) * 60)
    }
}
