/// The rules about actors and use cases.
struct UseCaseRules {
    private let diagram: ClassDiagram
    private let isComplete: Bool
    /// Where nobody names extension points, nobody misses them.
    private let namesExtensionPoints: Bool
    /// Of each classifier.
    private let hasExtensionPoints: [Bool]

    init(_ diagram: ClassDiagram, isComplete: Bool) {
        self.diagram = diagram
        self.isComplete = isComplete
        hasExtensionPoints = diagram.classifiers.map { $0.kind == .useCase && LabelNotation.says("extension point", $0.label) }
        namesExtensionPoints = hasExtensionPoints.contains(true)
    }

    func check(_ findings: inout RuleFindings) {
        for relationship in diagram.relationships where !relationship.isGeneralization && !relationship.isHidden {
            check(relationship, &findings)
        }
        checkInclusions(&findings)
        guard isComplete else { return }
        checkActors(&findings)
        checkSubjects(&findings)
    }

    private func kind(_ end: Relationship.End) -> ClassifierKind? {
        diagram.classifiers[end.classifier].standsFor == nil ? diagram.classifiers[end.classifier].kind : nil
    }

    private func check(_ relationship: Relationship, _ findings: inout RuleFindings) {
        guard let first = kind(relationship.first), let second = kind(relationship.second) else { return }
        if first == .actor, second == .actor, !relationship.isDashed {
            findings.report(
                .actorAssociation, .warning, relationship.range,
                "Actors have no associations with each other: what they do without the system is not its business.",
                hint: "Write <|-- for a generalization, or show it in another diagram.")
        }
        guard first == .useCase, second == .useCase else { return }
        if !relationship.isDashed {
            let isMeant = LabelNotation.says("include", relationship.label) || LabelNotation.says("extend", relationship.label)
            findings.report(
                .useCaseAssociation, .warning, relationship.range,
                isMeant ? "Inclusions and extensions have dashed lines." : "Use cases of one subject have no associations with each other.",
                hint: isMeant ? "Write ..> instead of -->." : "Write ..> with <<include>> or <<extend>>.")
        } else if let (_, supplier) = relationship.dependency {
            checkDependency(relationship, on: diagram.classifiers[supplier.classifier], &findings)
        }
    }

    private func checkDependency(_ relationship: Relationship, on supplier: Classifier, _ findings: inout RuleFindings) {
        guard LabelNotation.says("extend", relationship.label) else {
            guard relationship.label == nil else { return }
            return findings.report(
                .unlabelledDependency, .information, relationship.range, "It isn't said whether this includes or extends.",
                hint: "Add : <<include>> or : <<extend>>.")
        }
        guard namesExtensionPoints, !hasExtensionPoints[supplier.id] else { return }
        findings.report(
            .missingExtensionPoint, .information, relationship.range, "“\(supplier.name.shortened)” doesn't say where it can be extended.",
            hint: "Add a line of --, then extension points and their names, to its text.")
    }

    private func checkInclusions(_ findings: inout RuleFindings) {
        let inclusions = diagram.relationships.compactMap { one in
            kind(one.first) == .useCase && kind(one.second) == .useCase && LabelNotation.says("include", one.label)
                ? one.dependency.map { (one.range, (from: $0.client.classifier, to: $0.supplier.classifier)) } : nil
        }
        for index in CycleSearch.closingArrows(count: diagram.classifiers.count, inclusions.map { $0.1 }) {
            findings.report(
                .includeCycle, .warning, inclusions[index].0, "This closes a circle of inclusions: none of them would ever end.",
                hint: "Remove one of them.")
        }
    }

    /// Use cases that nobody can come to, over whatever relations.
    private func checkActors(_ findings: inout RuleFindings) {
        var neighbors: [[Int]] = Array(repeating: [], count: diagram.classifiers.count)
        for relationship in diagram.relationships {
            neighbors[relationship.first.classifier].append(relationship.second.classifier)
            neighbors[relationship.second.classifier].append(relationship.first.classifier)
        }
        var found = diagram.classifiers.filter { $0.kind == .actor && $0.standsFor == nil }.map { $0.id }
        guard !found.isEmpty else { return }
        var isFound = Array(repeating: false, count: diagram.classifiers.count)
        for actor in found { isFound[actor] = true }
        while let next = found.popLast() {
            for neighbor in neighbors[next] where !isFound[neighbor] {
                isFound[neighbor] = true
                found.append(neighbor)
            }
        }
        for classifier in diagram.classifiers where classifier.kind == .useCase && !isFound[classifier.id] {
            // An actor may use all of a subject.
            if isAround(classifier.package, isFound) { continue }
            findings.report(
                .useCaseWithoutActor, .information, classifier.range, "No actor comes to “\(classifier.label.shortened)”.",
                hint: "Connect it with an actor, or with a use case that has one.")
        }
    }

    /// Whether one of the packages around is found.
    private func isAround(_ inner: Int?, _ isFound: [Bool]) -> Bool {
        var next = inner
        while let package = next {
            if diagram.classifiers.contains(where: { $0.standsFor == .package(package) && isFound[$0.id] }) { return true }
            next = diagram.packages[package].parent
        }
        return false
    }

    private func checkSubjects(_ findings: inout RuleFindings) {
        var hasUseCases = Array(repeating: false, count: diagram.packages.count)
        for classifier in diagram.classifiers where classifier.kind == .useCase {
            if let package = classifier.package { hasUseCases[package] = true }
        }
        for classifier in diagram.classifiers where classifier.kind == .actor && classifier.declaration != nil {
            guard let package = classifier.package, hasUseCases[package], diagram.packages[package].shape == .rectangle else { continue }
            findings.report(
                .actorInSubject, .information, classifier.range, "An actor is outside of the subject that it uses.",
                hint: "Declare it before the rectangle is opened.")
        }
    }
}
