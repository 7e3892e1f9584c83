/// What differs between two texts of a diagram, by numbers: the same ones for the same changes of the same elements, whatever else the texts hold.
/// That something stands elsewhere among others is left out: lines keep their order when they are brought together, and which one of two has
/// moved can't be told. That it stands in something else is not.
struct TextChanges {
    private(set) var bag = NumberBag([])
    /// Of each element of the later text which one of the base it is; -1 for none.
    private(set) var roots: [Int]
    private let pairs: ComparedPairs
    private let oldRoots: [Int]
    private var numbers: [Int] = []

    /// - Parameters:
    ///   - roots: Of each element of the earlier text which one of the base it is; -1 for none.
    ///   - follows: Whether what was renamed is found by its place, if that can be told.
    init(_ old: CheckedText, _ new: CheckedText, roots: [Int], follows: Bool, _ words: inout WordNumbers) {
        pairs = ComparedPairs(old.elements, new.elements, follows ? new.document.successions(since: old.document) : [])
        oldRoots = roots
        self.roots = Array(repeating: -1, count: new.elements.all.count)
        var isNew = Array(repeating: true, count: new.elements.all.count)
        for (before, after) in pairs.matches.successors.enumerated() where after >= 0 {
            self.roots[after] = roots[before]
            isNew[after] = false
        }
        for (before, after) in pairs.matches.successors.enumerated() {
            let name = Self.name(old.elements.all[before], roots[before])
            if after < 0 { add(name, "removed", "", &words) } else { compare(before, after, name, &words) }
        }
        for (number, element) in new.elements.all.enumerated() where isNew[number] {
            let name = Self.name(element, -1)
            add(name, "added", element.part.name.string, &words)
            add(name, "in", container(of: element), &words)
            for text in element.textNumbers { add(name, "gained", String(text), &words) }
        }
        bag = NumberBag(numbers)
    }

    /// What an element is known by in both comparisons of a merge.
    private static func name(_ element: ComparedElements.Element, _ root: Int) -> String {
        root < 0 ? "new " + String(decoding: element.base, as: UTF8.self) : String(root)
    }

    private mutating func add(_ name: String, _ change: String, _ what: String, _ words: inout WordNumbers) {
        var key = MeaningWords()
        key.add([name, change, what])
        numbers.append(words.number(of: key.bytes))
    }

    private mutating func compare(_ before: Int, _ after: Int, _ name: String, _ words: inout WordNumbers) {
        let (earlier, later) = (pairs.old.all[before], pairs.new.all[after])
        if !pairs.isContainedAlike(earlier, later) { add(name, "in", container(of: later), &words) }
        guard earlier.words != later.words else { return }
        // A text that is broken into other lines says the same. A label follows from texts, but for what is drawn in another way.
        if Self.letters(earlier) == Self.letters(later) {
            if !Self.namesOthers(later), !earlier.label.isSpelled(like: later.label) {
                add(name, "label", "\(earlier.label) \(later.label)", &words)
            } else if earlier.textNumbers == later.textNumbers {
                add(name, "look", "", &words)
            }
            return
        }
        let (former, present) = (NumberBag(earlier.textNumbers), NumberBag(later.textNumbers))
        for text in former.without(present).sorted { add(name, "lost", String(text), &words) }
        for text in present.without(former).sorted { add(name, "gained", String(text), &words) }
    }

    /// Whether its label says what others are called, who may have been renamed by the other side.
    private static func namesOthers(_ element: ComparedElements.Element) -> Bool { element.base.contains(.ascii("/")) }

    private static func letters(_ element: ComparedElements.Element) -> [UInt8] {
        element.texts.flatMap { Array($0.utf8) }.filter { $0 != .space }
    }

    private func container(of element: ComparedElements.Element) -> String {
        guard let container = element.container, let number = pairs.new.number(of: container.id) else { return "" }
        return Self.name(pairs.new.all[number], roots[number])
    }
}
