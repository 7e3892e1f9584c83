import Foundation
import Testing

@Suite("/api/render and /api/check")
struct PictureTests {
    private static let hello = #"{"kind":"sequence","source":"Alice -> Bob: hello"}"#

    @Test func elementsStandWhereTheLayoutSays() async throws {
        try await TestServer.with { server in
            let source = #""kind":"class","source":"class A\nclass B\nA --> B""#
            let drawn = try await server.post("/api/render", "{\(source)}").text
            let layout = #"{"B":{"x":300,"y":100},"A":{"x":0,"y":0,"automatic":true,"path":null}}"#
            let placed = try await server.post("/api/render", "{\(source),\"layout\":\(layout)}").text
            #expect(placed.hasPrefix("<svg ") && placed != drawn)
            let bad = try await server.post("/api/render", "{\(source),\"layout\":{\"A\":{\"x\":1}}}")
            #expect(try bad.status == 422 && bad.fieldErrors().keys.sorted() == ["body.layout"])
        }
    }

    @Test func aDiagramIsDrawnAsSVGThatMayDoNothing() async throws {
        try await TestServer.with { server in
            let answer = try await server.post("/api/render", Self.hello)
            #expect(answer.status == 200)
            #expect(answer[header: "Content-Type"] == "image/svg+xml")
            #expect(answer[header: "Content-Security-Policy"] == "default-src 'none'; sandbox")
            #expect(answer.text.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
            #expect(answer.text.contains(">hello</text>"))
        }
    }

    @Test func themesDiffer() async throws {
        try await TestServer.with { server in
            let pictures = try await ["light", "dark", "high-contrast"].asyncMap { theme in
                try await server.post("/api/render", #"{"source":"A -> B: x","theme":"\#(theme)"}"#).text
            }
            #expect(Set(pictures).count == 3)
        }
    }

    @Test func aDiagramIsDrawnAsPNGAndPDF() async throws {
        try await TestServer.with { server in
            let png = try await server.post("/api/render", #"{"source":"A -> B: x","format":"png","scale":2}"#)
            #expect(png.status == 200)
            #expect(png[header: "Content-Type"] == "image/png")
            #expect(png.body.starts(with: [0x89, 0x50, 0x4E, 0x47]))
            let single = try await server.post("/api/render", #"{"source":"A -> B: x","format":"png"}"#)
            #expect(Self.width(png.body) == 2 * Self.width(single.body))
            let pdf = try await server.post("/api/render", #"{"source":"A -> B: x","format":"pdf"}"#)
            #expect(pdf[header: "Content-Type"] == "application/pdf")
            #expect(pdf.body.starts(with: Array("%PDF-".utf8)))
        }
    }

    /// What makes PDFs refuses noncharacters; and of emoji a PNG had black blobs.
    @Test func anyTextIsDrawnInEachFormat() async throws {
        try await TestServer.with { server in
            for text in ["\\ufdd0 \\ufffe \\ud83f\\udffe", "\\u2028\\u2029\\u0085\\u0001", "\u{1F680} \u{1F469}\u{200D}\u{1F4BB} 中"] {
                for format in ["png", "pdf"] {
                    let answer = try await server.post("/api/render", #"{"source":"A -> B: \#(text)","format":"\#(format)"}"#)
                    #expect(answer.status == 200, "\(text) as \(format): \(answer.text.prefix(200))")
                }
            }
            let plain = try await server.post("/api/render", #"{"source":"A -> B: x\u00e9x","format":"png","scale":1.5}"#)
            let emoji = try await server.post("/api/render", #"{"source":"A -> B: \#("\u{1F680}")","format":"png","scale":1.5}"#)
            #expect(Self.width(plain.body) == Self.width(emoji.body), "the same size whichever way")
        }
    }

    @Test func signsAreDrawnAsTheyAreWritten() async throws {
        try await TestServer.with { server in
            for (written, joined) in [("->", "\u{2192}"), ("=>", "\u{21D2}"), ("!=", "\u{2260}"), ("3x4", "3\u{D7}4")] {
                let pictures = try await [written, joined].asyncMap { text in
                    try await server.post("/api/render", #"{"source":"A -> B: longer than this: \#(text)","format":"png"}"#).body
                }
                #expect(pictures[0] != pictures[1], "\(written) is drawn as \(joined)")
            }
        }
    }

    @Test func aPictureThatWouldFillTheMemoryIsRefused() async throws {
        try await TestServer.with { server in
            let comment = String(repeating: "//a\\n", count: 40)
            let source = String(repeating: "\(comment)a=b.c()\\n", count: 1200) + String(repeating: "a=b.c()\\n", count: 23_700)
            let answer = try await server.post("/api/render", #"{"source":"\#(source)"}"#)
            #expect(answer.status == 422)
            #expect(try answer.fieldErrors()["body.source"]?.hasPrefix("The picture would have more than 32 MiB") == true)
            #expect(try await server.post("/api/check", #"{"source":"\#(source)"}"#).status == 200)
        }
    }

    /// The first number of a PNG's header chunk (ISO 15948, 11.2.2).
    private static func width(_ png: [UInt8]) -> Int { png[16..<20].reduce(0) { $0 << 8 | Int($1) } }

    @Test func errorsOfTheSourceAreNamedWithTheirPlace() async throws {
        try await TestServer.with { server in
            let answer = try await server.post("/api/render", #"{"source":"A.m()\nwhile (x\nif y { B.n() }"}"#)
            #expect(answer.status == 422)
            #expect(
                try answer.fieldErrors() == [
                    "body.source.line 2.column 7": "This parenthesis is never closed. Add ) where it should end.",
                    "body.source.line 2.column 1": "A block is missing after this. Write { … } after it.",
                    "body.source.line 3.column 4": "A condition stands in parentheses. Write (y).",
                ])
        }
    }

    @Test func warningsRefuseNothing() async throws {
        try await TestServer.with { server in
            let answer = try await server.post("/api/render", #"{"source":"return x"}"#)
            #expect(answer.status == 200)
        }
    }

    @Test(arguments: [
        (#"{"source":7}"#, "body.source", "Input should be a valid string"),
        (#"{}"#, "body.source", "Field required"),
        (#"{"source":"","kind":"pie"}"#, "body.kind", "Input should be one of 'sequence', 'class', 'usecase'"),
        (
            ##"{"source":"@startuml\n[*] --> A\n@enduml"}"##, "body.source",
            "This is a state machine, which is not drawn here; say so with kind if it is something else"
        ),
        (#"{"source":"","theme":"pink"}"#, "body.theme", "Input should be one of 'light', 'dark', 'high-contrast'"),
        (#"{"source":"","format":"gif"}"#, "body.format", "Input should be one of 'svg', 'png', 'pdf'"),
        (#"{"source":"","scale":0}"#, "body.scale", "Input should be a number from 0.1 to 10.0"),
        (#"{"source":"","scale":"2"}"#, "body.scale", "Input should be a number from 0.1 to 10.0"),
    ])
    func badFieldsAreRefused(_ body: String, _ field: String, _ message: String) async throws {
        try await TestServer.with { server in
            let answer = try await server.post("/api/render", body)
            #expect(answer.status == 422)
            #expect(try answer.fieldErrors() == [field: message])
        }
    }

    @Test func aSourceOfMoreThanOneMebibyteIsRefused() async throws {
        try await TestServer.with { server in
            let answer = try await server.post("/api/check", #"{"source":"\#(String(repeating: "/", count: 1_048_577))"}"#)
            #expect(answer.status == 422)
            #expect(try answer.fieldErrors() == ["body.source": "Source cannot be larger than 1 MiB"])
            #expect(try await server.post("/api/check", #"{"source":"\#(String(repeating: "/", count: 1_048_576))"}"#).status == 200)
        }
    }

    @Test func aPNGOfTooManyPixelsIsRefused() async throws {
        try await TestServer.with { server in
            let source = (1...200).map { #"P\#($0) -> Q: x"# }.joined(separator: #"\n"#)
            let answer = try await server.post("/api/render", #"{"format":"png","scale":10,"source":"\#(source)"}"#)
            #expect(answer.status == 422)
            #expect(try answer.fieldErrors()["body.scale"]?.contains("at most 50 million pixels") == true)
        }
    }

    @Test func aCheckSaysAllThereIsToSay() async throws {
        try await TestServer.with { server in
            let answer = try await server.post("/api/check", #"{"source":"A.m()\npar { B.n() }"}"#)
            #expect(answer.status == 200)
            #expect(
                answer.text == """
                    {"diagnostics":[{"severity":"warning","code":"operand-count","message":"“par” has fewer than two operands.",\
                    "hint":"Each statement in its block is an operand; braces make one of several.",\
                    "reference":"UML 2.5.1, 17.6 (CombinedFragment, InteractionOperatorKind)",\
                    "line":2,"column":1,"end_line":2,"end_column":4,"start":6,"end":9}]}
                    """)
        }
    }

    @Test func drawingIsLimitedByAddress() async throws {
        try await TestServer.with(settings: ["RATE_LIMIT_RENDER": "2/min"]) { server in
            #expect(try await server.post("/api/render", Self.hello).status == 200)
            #expect(try await server.post("/api/check", Self.hello).status == 200)
            let refused = try await server.post("/api/render", Self.hello)
            #expect(refused.status == 429)
            #expect(refused[header: "Retry-After"] != nil)
        }
    }
}
