import Foundation
import Testing

@testable import UML

/// What holds of any merge, on diagrams and changes drawn by lot.
struct MergeLawTests {
    private static let seed = ProcessInfo.processInfo.environment["UML_EDIT_SEED"].flatMap(UInt64.init) ?? 20_261_128

    private struct Case {
        var kind: DiagramKind
        var base: String
        var ours: String
        var theirs: String

        var merge: SourceMerge { SourceMerge(base: SourceText(base), ours: SourceText(ours), theirs: SourceText(theirs), kind: kind) }
        var swapped: SourceMerge { SourceMerge(base: SourceText(base), ours: SourceText(theirs), theirs: SourceText(ours), kind: kind) }
        var isTrivial: Bool { ours == base || theirs == base || ours == theirs }
        var isCleanByLines: Bool {
            !LineMerge(MergeLines(base: SourceText(base), ours: SourceText(ours), theirs: SourceText(theirs))).pieces.contains(where: \.isConflict)
        }

        func words(_ merge: SourceMerge) -> Comment {
            "seed \(MergeLawTests.seed)\n--- base\n\(base)\n--- ours\n\(ours)\n--- theirs\n\(theirs)\n--- merged\n\(merge.source.string)"
        }
    }

    private static var gallery: [(kind: DiagramKind, source: String)] {
        get throws {
            try GalleryTests.names.map { name in
                let document = try GalleryTests.document(name)
                return (document.diagram.kind, document.source.string)
            }
        }
    }

    /// Diagrams of the gallery and generated ones, each with a place that both sides change something near of.
    private static func forMany(
        _ name: String, _ count: Int, _ changed: (inout SideEdits, _ text: String, DiagramKind, _ side: String, _ place: Int) -> String,
        _ body: (Case) -> Void
    ) throws {
        print("\(name): UML_EDIT_SEED=\(seed)")
        let gallery = try gallery
        let drawn = gallery.filter { $0.kind != .sequence }
        var edits = SideEdits(seed: seed)
        var generator = SourceGenerator(seed: seed)
        for round in 0..<count {
            let (kind, base) = round % 3 == 0 ? (.sequence, generator.next()) : edits.pick(round % 3 == 1 ? drawn : gallery) ?? (.sequence, "")
            let place = Int.random(in: 0...base.utf8.count, using: &edits.random)
            let ours = changed(&edits, base, kind, "Our", place)
            body(Case(kind: kind, base: base, ours: ours, theirs: changed(&edits, base, kind, "Their", place)))
        }
    }

    /// Any lines, whether they make a diagram or not.
    private static func withOtherLines(_ edits: inout SideEdits, _ text: String, _ place: Int) -> String {
        var lines = text.components(separatedBy: "\n")
        let near = text.utf8.prefix(place).count { $0 == 0x0A }
        for _ in 0...(edits.random.next() % 3) where !lines.isEmpty {
            func line() -> Int { min(max(near + Int(edits.random.next() % 7) - 3, 0), lines.count - 1) }
            let (from, to) = (line(), line())
            switch edits.random.next() % 5 {
            case 0: lines.remove(at: from)
            case 1: lines.insert(lines[from], at: to)
            case 2: lines.swapAt(from, to)
            case 3: lines[from] += " x"
            default:
                lines.insert(edits.pick(["A -> B: new", "class New", "}", "note left: new", "", "new: Int", "if (x) {", "A --> New"]) ?? "", at: to)
            }
        }
        return lines.joined(separator: "\n")
    }

    // MARK: Laws

    @Test func whatOneSideOrBothHaveChangedIsTaken() throws {
        try Self.forMany("one side", 300) { edits, text, _, _, place in
            Self.withOtherLines(&edits, text, place)
        } _: { one in
            func merged(_ ours: String, _ theirs: String) -> String {
                SourceMerge(base: SourceText(one.base), ours: SourceText(ours), theirs: SourceText(theirs), kind: one.kind).source.string
            }
            #expect(merged(one.base, one.theirs) == one.theirs)
            #expect(merged(one.ours, one.base) == one.ours)
            #expect(merged(one.ours, one.ours) == one.ours)
        }
    }

    @Test func whoIsCalledOursMakesNoDifference() throws {
        try Self.forMany("sides", 1000) { edits, text, _, _, place in
            Self.withOtherLines(&edits, text, place)
        } _: { one in
            let (merge, swapped) = (one.merge, one.swapped)
            #expect(merge.conflicts.count == swapped.conflicts.count, one.words(merge))
            #expect(Self.lines(merge.source.string).sorted() == Self.lines(swapped.source.string).sorted(), one.words(merge))
        }
    }

    private static func lines(_ text: String) -> [String] {
        text.components(separatedBy: "\n").filter { !$0.hasPrefix("<<<<<<<") && !$0.hasPrefix(">>>>>>>") && !$0.hasPrefix("=======") && !$0.isEmpty }
    }

    @Test func noLineIsLostOrDoubled() throws {
        var (clean, byElements) = (0, 0)
        try Self.forMany("lines", 1500) { edits, text, _, _, place in
            Self.withOtherLines(&edits, text, place)
        } _: { one in
            let merge = one.merge
            guard merge.isClean, !one.isTrivial else { return }
            clean += 1
            if !one.isCleanByLines { byElements += 1 }
            let problem = Self.problem(Self.lines(one.base), Self.lines(one.ours), Self.lines(one.theirs), Self.lines(merge.source.string)) {
                $0.contains(where: \.isLetter)
            }
            #expect(problem == nil, one.words(merge))
        }
        #expect(clean > 300 && byElements > 50, "\(clean), \(byElements)")
    }

    /// What each side has added is there, what it has deleted is gone, and nothing else has changed.
    @Test func whatIsMergedByElementsIsWhatBothHaveSaid() throws {
        var (byLines, byElements, left) = (0, 0, 0)
        try Self.forMany("edits", 1500) { edits, text, kind, side, place in
            edits.edited(text, kind, by: side, near: place)
        } _: { one in
            let merge = one.merge
            #expect(merge.isClean == one.swapped.isClean, one.words(merge))
            guard !one.isTrivial else { return }
            guard merge.isClean else { return left += 1 }
            if one.isCleanByLines { return byLines += 1 }
            byElements += 1
            func facts(_ text: String) -> [String] { SideEdits.facts(text, one.kind) }
            let problem = Self.problem(facts(one.base), facts(one.ours), facts(one.theirs), facts(merge.source.string)) {
                // A relation is like others of its kind: what it connects is no part of a fact.
                !$0.hasPrefix("relationship ")
            }
            #expect(problem == nil, one.words(merge))
            #expect(Document.parse(merge.source, kind: one.kind).errorCount <= Document.parse(one.base, kind: one.kind).errorCount, one.words(merge))
        }
        print("merged by lines \(byLines), by elements \(byElements), left \(left)")
        #expect(byElements > 200)
    }

    /// What there is more or less of than both sides have made of it together; what both have added or taken out alike may have been done once.
    ///
    /// - Parameter isOwn: Whether something is what it is by its words, and not one of many.
    private static func problem(
        _ base: [String], _ ours: [String], _ theirs: [String], _ merged: [String], _ isOwn: (String) -> Bool
    ) -> String? {
        func counts(_ words: [String]) -> [String: Int] { Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +) }
        let (base, ours, theirs, merged) = (counts(base), counts(ours), counts(theirs), counts(merged))
        for word in Set(base.keys).union(ours.keys).union(theirs.keys).union(merged.keys) {
            let before = base[word, default: 0]
            let (own, other, all) = (ours[word, default: 0] - before, theirs[word, default: 0] - before, merged[word, default: 0] - before)
            let once = own * other > 0 ? (abs(own) > abs(other) ? own : other) : own + other
            // Lines that are like others may have been taken for these.
            if own * other <= 0, before != 1 || before + own > 1 || before + other > 1 || !isOwn(word) { continue }
            if all < min(own + other, once) || all > max(own + other, once) { return word }
        }
        return nil
    }
}
