import Foundation
import FoundationXML
import Testing

@testable import UML

/// The pictures in `Gallery/`, byte for byte. `make record` draws them anew; `make gallery` shows them all on one page.
struct GalleryTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Gallery")
    /// Files of sources, whose names say their kinds.
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { kind($0) != nil }.sorted()

    private static func kind(_ name: String) -> DiagramKind? {
        DiagramKind.allCases.first { name.hasSuffix(".\($0.fileExtension)") && ($0 == .sequence || name.hasPrefix("\($0.rawValue)-")) }
    }

    static func document(_ name: String) throws -> Document {
        let source = SourceText(bytes: Array(try Data(contentsOf: folder.appending(path: name))))
        return Document.parse(source, kind: try #require(kind(name)))
    }

    private static func picture(_ name: String) -> URL { folder.appending(path: name).deletingPathExtension().appendingPathExtension("svg") }

    /// Once, and only when asked for.
    private static let recording: Void? = ProcessInfo.processInfo.environment["UML_RECORD"].map { _ in
        for name in names {
            guard let document = try? document(name) else { continue }
            try? Data(SVGWriter.write(document.scene())).write(to: picture(name))
        }
    }

    init() { _ = Self.recording }

    @Test func thereAreManyPictures() { #expect(Self.names.count >= 90) }

    @Test(arguments: names) func aSourceHasItsPicture(_ name: String) throws {
        let expected = try String(contentsOf: Self.picture(name), encoding: .utf8)
        let drawn = String(decoding: SVGWriter.write(try Self.document(name).scene()), as: UTF8.self)
        #expect(drawn == expected)
    }

    /// Foundation's parser is libxml2: what it takes is well-formed.
    @Test(arguments: names, Theme.allCases) func aPictureIsWellFormed(_ name: String, _ theme: Theme) throws {
        let svg = Data(SVGWriter.write(try Self.document(name).scene(), theme: theme))
        let parser = XMLParser(data: svg)
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }
}
