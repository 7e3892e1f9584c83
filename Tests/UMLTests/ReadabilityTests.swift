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

    /// Lines break between words, or between the parts of a long one; inside of a part only where it has no other place.
    @Test func wordsBreakBetweenTheirParts() {
        let names = [
            "OrderFulfilmentServiceImplementation", "com.example.orders.infrastructure.persistence", "customer_relationship_management_database",
        ]
        for name in names {
            let source = "@Actor \"\(name)\"\n\"\(name)\" -> B: x\n"
            let lines = Document.parse(source).scene().elements.first { $0.part == .header }?.shapes.compactMap { shape in
                if case .text(let text) = shape { text.text } else { nil }
            }
            #expect((lines?.count ?? 0) > 1)
            for line in (lines ?? []).dropLast() {
                let rest = name.dropFirst((name.range(of: line)?.upperBound ?? name.startIndex).utf16Offset(in: name))
                let isPart = line.hasSuffix(".") || line.hasSuffix("_") || rest.first?.isUppercase == true
                #expect(isPart, "“\(line)” of “\(name)”")
            }
        }
    }

    /// The lines of the label that begins with these words.
    private static func lines(_ source: String, _ beginning: String) -> Int {
        for element in Document.parse(source).scene().elements where element.part == .message {
            let texts = element.shapes.compactMap { shape in if case .text(let text) = shape { text.text } else { nil } }
            if texts.first?.hasPrefix(beginning) == true { return texts.count }
        }
        return 0
    }

    @Test func aLabelHasTheLengthOfItsArrow() {
        let words = "so many words that they need more than a short arrow has room for"
        let heads = "A\nB\nC\nD\nE\nF\n"
        #expect(Self.lines("\(heads)A -> F: \(words)\n", "so") == 1)
        #expect(Self.lines("\(heads)A -> B: \(words)\n", "so") > 1)
        // As long as another label makes it.
        #expect(Self.lines("A -> B: x\nA -> B.f(\(String(repeating: "y", count: 40))){ B -> A: \(words)\n }", "so") > 1)
        #expect(Self.lines("A\nB\nC\nA -> C: \(words)\nA -> B: \(words)\nB -> C: \(words)\n", "so") == 1)
    }

    @Test func fragmentsThatFollowEachOtherBeginAtOneEdge() {
        let plain = "if (a) { A -> B: x }\n// comment\nwhile (b) { if (c) { A -> B: y } }\nopt { A -> A: z }\n"
        for source in [plain, "A -> B: x\nB -> A.run() {\n\(plain)}\n"] {
            let scene = Document.parse(source).scene()
            var edges: [String: Double] = [:]
            for element in scene.elements where element.part == .fragment {
                if case .rectangle(let box, _, _) = element.shapes[0] { edges[element.id] = box.x }
            }
            #expect(edges.count == 4, "\(edges)")
            #expect(Set(edges.values).count == 2, "\(edges) in\n\(source)")
        }
    }

    private static func luminance(_ color: Color) -> Double {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
    }

    /// WCAG 2.2, 1.4.11 and 1.4.3.
    @Test(arguments: Theme.allCases) func outlinesAndTextsOfAnyColourAreToldFromThePage(_ theme: Theme) throws {
        let page = Self.luminance(try #require(theme.color(.background))) + 0.05
        for red in stride(from: UInt32(0), through: 255, by: 15) {
            for green in stride(from: UInt32(0), through: 255, by: 15) {
                for blue in stride(from: UInt32(0), through: 255, by: 51) {
                    let outline = Self.luminance(try #require(theme.color(.outline(Color(red << 16 | green << 8 | blue))))) + 0.05
                    #expect(max(outline, page) / min(outline, page) >= 3, "\(red) \(green) \(blue) on \(theme)")
                    let ink = Self.luminance(try #require(theme.color(.coloredInk(Color(red << 16 | green << 8 | blue))))) + 0.05
                    #expect(max(ink, page) / min(ink, page) >= 4.5, "\(red) \(green) \(blue) on \(theme)")
                }
            }
        }
    }

    @Test func aLifelineCanBeTakenHoldOf() {
        let (bare, used) = (Document.parse("A\n").scene(), Document.parse("A -> B: x\n").scene())
        func length(_ scene: Scene) -> Double {
            for element in scene.elements where element.part == .lifeline {
                if case .path(let segments, _) = element.shapes[0], case .move(let top) = segments[0], case .line(let bottom) = segments[1] {
                    return bottom.y - top.y
                }
            }
            return 0
        }
        #expect(length(bare) > 80)
        #expect(length(used) > 50)
    }
}
