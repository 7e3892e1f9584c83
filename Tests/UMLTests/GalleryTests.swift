import Foundation
import FoundationXML
import Testing

@testable import UML

/// The pictures in `Gallery/`, byte for byte. `make record` draws them anew; `make gallery` shows them all on one page.
struct GalleryTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Gallery")
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".zen") }
        .map { String($0.dropLast(4)) }.sorted()

    private static func source(_ name: String) throws -> SourceText {
        SourceText(bytes: Array(try Data(contentsOf: folder.appending(path: "\(name).zen"))))
    }

    /// Once, and only when asked for.
    private static let recording: Void? = ProcessInfo.processInfo.environment["UML_RECORD"].map { _ in
        for name in names {
            guard let source = try? source(name) else { continue }
            try? Data(SVGWriter.write(Document.parse(source).scene())).write(to: folder.appending(path: "\(name).svg"))
        }
    }

    init() { _ = Self.recording }

    @Test func thereAreManyPictures() { #expect(Self.names.count >= 60) }

    @Test(arguments: names) func aSourceHasItsPicture(_ name: String) throws {
        let expected = try String(contentsOf: Self.folder.appending(path: "\(name).svg"), encoding: .utf8)
        let drawn = String(decoding: SVGWriter.write(Document.parse(try Self.source(name)).scene()), as: UTF8.self)
        #expect(drawn == expected)
    }

    /// Foundation's parser is libxml2: what it takes is well-formed.
    @Test(arguments: names, Theme.allCases) func aPictureIsWellFormed(_ name: String, _ theme: Theme) throws {
        let svg = Data(SVGWriter.write(Document.parse(try Self.source(name)).scene(), theme: theme))
        let parser = XMLParser(data: svg)
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }
}
