/// A text of a merge as it was understood, with what is to be compared of it.
struct CheckedText {
    let document: Document
    let elements: ComparedElements
    /// What is wrong with it, by numbers, and what of that was not understood.
    let problems: NumberBag
    let errors: NumberBag
    /// Whether these are all its problems.
    let isComplete: Bool

    init(_ source: SourceText, _ kind: DiagramKind, _ words: inout WordNumbers) {
        document = Document.parse(source, kind: kind)
        let scene = document.scene()
        elements = ComparedElements(scene, document.diagram.facts(of: scene), &words)
        var (problems, errors) = ([Int](), [Int]())
        for problem in document.diagnostics where problem.severity != .information {
            problems.append(words.number(of: "\(problem.code) \(problem.message)"))
            if problem.severity == .error, let number = problems.last { errors.append(number) }
        }
        self.problems = NumberBag(problems)
        self.errors = NumberBag(errors)
        isComplete = document.diagnostics.count < DiagnosticList.limit
    }

    /// Whether all elements are there with all that stands on them, in whatever order.
    func saysTheSame(as other: CheckedText) -> Bool {
        guard elements.all.count == other.elements.all.count, problems.isSame(as: other.problems) else { return false }
        let pairs = ComparedPairs(elements, other.elements, [])
        for (number, successor) in pairs.matches.successors.enumerated() {
            guard successor >= 0 else { return false }
            let (one, two) = (elements.all[number], other.elements.all[successor])
            guard one.label.isSpelled(like: two.label), pairs.isContainedAlike(one, two),
                NumberBag(one.textNumbers).isSame(as: NumberBag(two.textNumbers))
            else { return false }
        }
        return true
    }
}
