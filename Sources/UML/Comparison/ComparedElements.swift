/// The elements of a picture as a comparison sees them: by what is said of them, not by where they are drawn.
struct ComparedElements {
    struct Element {
        let id: String
        var part = ElementPart.title
        /// What a screen reader says of it; its first words where nothing is said.
        var label = ""
        /// What stands on it, in the order of the picture, and what else is true of it; with their numbers.
        var texts: [String] = []
        var textNumbers: [Int] = []
        /// The number of all that is compared.
        var words = 0
        var container: ElementFact.Container?
        /// Where it stands in the text; nil for what nothing declares.
        var start: Int?
    }

    private(set) var all: [Element] = []
    private var numbers = NameIndex()
    /// All that is compared, of each.
    private var bytes: [[UInt8]] = []

    init(_ scene: Scene, _ facts: [ElementFact], _ words: inout WordNumbers) {
        for element in scene.elements { add(element) }
        for fact in facts { add(fact) }
        for number in all.indices {
            if all[number].label.isEmpty { all[number].label = all[number].texts.first ?? "" }
            all[number].words = words.number(of: bytes[number])
            all[number].textNumbers = all[number].texts.map { words.number(of: $0) }
        }
    }

    private mutating func add(_ fact: ElementFact) {
        guard let number = number(of: fact.id) else { return }
        if let container = fact.container { all[number].container = container }
        for word in fact.words {
            all[number].texts.append(word)
            add(words: word, to: number)
        }
    }

    func number(of id: String) -> Int? { numbers.find(Array(id.utf8)) }

    private mutating func add(_ element: SceneElement) {
        let number = number(of: element.id) ?? insert(element.id)
        if let label = element.label {
            // A comment is said with what it belongs to, and not in its place.
            if all[number].label.isEmpty || all[number].part == .comment {
                // What has no words of its own is called what it is.
                all[number].label = label.isEmpty ? element.part.name.string : label
                all[number].part = element.part
                all[number].start = element.range?.start
            }
            add(words: label, to: number)
        }
        if all[number].start == nil { all[number].start = element.range?.start }
        for shape in element.shapes { add(shape, to: number) }
    }

    private mutating func insert(_ id: String) -> Int {
        numbers.insert(Array(id.utf8), all.count)
        all.append(Element(id: id))
        bytes.append([])
        return all.count - 1
    }

    private mutating func add(_ shape: Shape, to number: Int) {
        switch shape {
        case .text(let text):
            all[number].texts.append(text.text)
            add(words: text.text, to: number)
        case .rectangle(_, _, let style), .ellipse(_, _, _, let style), .path(_, let style):
            // A colour that somebody has chosen is a part of what is said.
            for case .fixed(let color) in [style.fill, style.stroke] { bytes[number] += [0x1F, color.red, color.green, color.blue] }
        }
    }

    private mutating func add(words: String, to number: Int) {
        bytes[number].append(contentsOf: words.utf8)
        bytes[number].append(0x1F)
    }
}

extension ComparedElements.Element {
    /// Its id without the count among equals: elements of one base are told apart by what is said of them.
    var base: [UInt8] {
        let bytes = Array(id.utf8)
        return bytes.lastIndex(of: .ascii("#")).map { Array(bytes[..<$0]) } ?? bytes
    }
}
