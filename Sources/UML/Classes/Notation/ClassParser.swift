/// Reads class, object and use case diagrams in PlantUML's notation.
///
/// Any text gives a diagram. What can't be read has a diagnostic, and reading goes on with the next line.
struct ClassParser {
    static let mostClassifiers = 1_000
    static let mostRelationships = 3_000
    static let mostPackages = 200
    static let deepestPackage = 20
    static let mostNotes = 500
    static let mostRemovals = 100
    /// In layers.
    static let longestArrow = 10

    let source: SourceText
    var diagram: ClassDiagram
    var diagnostics = DiagnosticList()
    /// Packages that are open, outermost first, each with its line.
    var openPackages: [(package: Int, range: SourceRange)] = []
    private var classifiers = NameIndex()
    private(set) var lines: [SourceRange]
    private(set) var next = 0
    private(set) var isFull = false
    /// The classifier that came last: declared, or named for the first time.
    var lastElement: Int?
    var removals: [(pattern: RemovalPattern, hides: Bool)] = []
    private var hidesAttributes = false
    private var hidesOperations = false
    /// Whether the text says where the layers go, and that they go to the right.
    var isSideways: Bool?

    init(_ source: SourceText, _ content: ClassDiagram.Content) {
        self.source = source
        diagram = ClassDiagram(content)
        let lines = NotationLines(source)
        self.lines = lines.lines
        if let start = lines.unclosedComment {
            diagnostics.error("unclosed-comment", SourceRange(start, start + 2), "This comment is never closed.", hint: "Add '/ where it should end.")
        }
    }

    mutating func parse() -> ClassDiagram {
        while let line = takeLine(), !isFull { parse(line) }
        for open in openPackages {
            diagnostics.error("unclosed-package", open.range, "This package is never closed.", hint: "Add } after what is in it.")
        }
        findPackages()
        applyRemovals()
        diagram.isSideways = isSideways ?? diagram.readsToTheRight
        for id in diagram.classifiers.indices {
            diagram.classifiers[id].hidesAttributes = hidesAttributes
            diagram.classifiers[id].hidesOperations = hidesOperations
        }
        return diagram
    }

    /// `hide` and `show` count wherever they stand.
    mutating func hide(attributes: Bool?, operations: Bool?) {
        if let attributes { hidesAttributes = attributes }
        if let operations { hidesOperations = operations }
    }

    /// A name that nothing declares but a package is that package's.
    private mutating func findPackages() {
        var packages = NameIndex()
        for (index, package) in diagram.packages.enumerated() where !package.name.isEmpty {
            for name in [package.name, package.label] where packages.find(Array(name.utf8)) == nil { packages.insert(Array(name.utf8), index) }
        }
        for id in diagram.classifiers.indices
        where diagram.classifiers[id].declaration == nil && diagram.classifiers[id].standsFor == nil
            && diagram.classifiers[id].kind == diagram.undeclaredKind
        {
            if let package = packages.find(Array(diagram.classifiers[id].name.utf8)) { diagram.classifiers[id].standsFor = .package(package) }
        }
    }

    mutating func takeLine() -> SourceRange? {
        guard next < lines.count else { return nil }
        defer { next += 1 }
        return lines[next]
    }

    /// Takes an opening brace, or the next line if it is but one.
    ///
    /// - Returns: Where it is.
    mutating func takeBrace(_ cursor: inout LineCursor) -> Int? {
        if cursor.take(.ascii("{")) { return cursor.position - 1 }
        guard cursor.isAtEnd, next < lines.count, lines[next].end - lines[next].start == 1, source.bytes[lines[next].start] == .ascii("{") else {
            return nil
        }
        next += 1
        return lines[next - 1].start
    }

    func cursor(_ line: SourceRange) -> LineCursor { LineCursor(source.bytes, line) }

    private mutating func parse(_ line: SourceRange) {
        if parseEndOfPackage(line) || parseElement(line) || parsePackage(line) || parseNote(line) || parseRelationship(line) || parseDirective(line)
            || parseMember(line)
        {
            return
        }
        diagnostics.error("unexpected-text", line, "This is not understood.", hint: "Write a class, a package, a note or a relation, e.g. A --> B.")
    }

    // MARK: Classifiers

    /// The classifier of that name, made if it is new.
    ///
    /// - Parameter kind: What the name is written as, e.g. in parentheses; nil for a mere name.
    mutating func classifier(named name: String, at range: SourceRange, as kind: ClassifierKind? = nil) -> Int {
        if let known = classifiers.find(Array(name.utf8)) {
            // A name that is an alias, or a label, names it too; but it is not called so.
            if diagram.classifiers[known].name.isSpelled(like: name) { diagram.classifiers[known].references.append(range) }
            if let kind, diagram.classifiers[known].declaration == nil { diagram.classifiers[known].kind = kind }
            return known
        }
        let id = diagram.classifiers.count
        lastElement = id
        if id == Self.mostClassifiers { reportFull("\(Self.mostClassifiers) classes", range) }
        classifiers.insert(Array(name.utf8), id)
        diagram.classifiers.append(
            Classifier(id, named: name, label: LabelNotation.label(name), kind ?? diagram.undeclaredKind, in: openPackages.last?.package, at: range))
        diagram.classifiers[id].references.append(range)
        return id
    }

    mutating func alias(_ name: String, for id: Int) {
        if classifiers.find(Array(name.utf8)) == nil { classifiers.insert(Array(name.utf8), id) }
    }

    func known(_ name: String) -> Int? { classifiers.find(Array(name.utf8)) }

    mutating func reportFull(_ what: String, _ range: SourceRange) {
        guard !isFull else { return }
        isFull = true
        diagnostics.error("too-large", range, "A diagram holds at most \(what); the rest is not drawn.", hint: "Split the diagram.")
    }
}
