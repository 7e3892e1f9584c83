import Foundation
import Testing

@testable import UML

/// What a reader must be able to tell apart on any picture.
struct ReadabilityTests {
    /// The gallery and generated diagrams.
    private static let sources: [String] = {
        var sources: [String] = []
        let files = (try? FileManager.default.contentsOfDirectory(at: GalleryTests.folder, includingPropertiesForKeys: nil)) ?? []
        for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "zen" {
            sources.append((try? String(contentsOf: file, encoding: .utf8)) ?? "")
        }
        for seed in UInt64(0)..<300 {
            var generator = SourceGenerator(seed: seed)
            sources.append(generator.next())
        }
        return sources
    }()

    /// The texts of a scene with their elements' parts, and the bars of executions.
    private static func read(_ scene: Scene) -> (texts: [(SceneElement, TextShape)], bars: [Rectangle]) {
        var texts: [(SceneElement, TextShape)] = []
        var bars: [Rectangle] = []
        for element in scene.elements {
            for shape in element.shapes {
                if case .text(let text) = shape { texts.append((element, text)) }
                if element.part == .execution, case .rectangle(let box, _, _) = shape { bars.append(box) }
            }
        }
        return (texts, bars)
    }

    private static func overlap(_ one: Rectangle, _ other: Rectangle) -> Bool {
        one.x + 1 < other.maximumX && other.x + 1 < one.maximumX && one.y + 2 < other.maximumY && other.y + 2 < one.maximumY
    }

    /// An interaction use covers what it stands for, bars as well (UML 2.5.1, 17.7).
    @Test func noTextLiesOnABar() {
        #expect(Self.sources.count > 360)
        var found: [String: Int] = [:]
        var examples: [String] = []
        for source in Self.sources {
            let (texts, bars) = Self.read(Document.parse(source).scene())
            for (element, text) in texts where element.part != .interactionUse {
                guard bars.contains(where: { Self.overlap($0, text.box) }) else { continue }
                found[element.part.name.string, default: 0] += 1
                if examples.count < 3 { examples.append("\(element.part.name.string) “\(text.text)” in\n\(source)") }
            }
        }
        #expect(found.isEmpty, "\(found)\n\(examples.joined(separator: "\n---\n"))")
    }
}
