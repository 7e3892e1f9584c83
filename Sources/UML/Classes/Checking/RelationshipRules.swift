/// The rules about relations.
struct RelationshipRules {
    private let diagram: ClassDiagram

    init(_ diagram: ClassDiagram) { self.diagram = diagram }

    func check(_ findings: inout RuleFindings) {
        for relationship in diagram.relationships where !relationship.isHidden {
            checkNote(relationship, &findings)
            if let (general, special) = relationship.generalization {
                check(relationship, general, special, &findings)
            } else {
                checkMultiplicities(relationship, &findings)
            }
        }
        checkCycles(&findings)
        checkOwners(&findings)
    }

    private func classifier(_ end: Relationship.End) -> Classifier { diagram.classifiers[end.classifier] }

    // MARK: Single relations

    private func checkNote(_ relationship: Relationship, _ findings: inout RuleFindings) {
        let ends = [relationship.first, relationship.second]
        let isAttached = relationship.isDashed && ends.allSatisfy { $0.head == .none || $0.head == .open }
        let isToNote = ends.contains { if case .note = classifier($0).standsFor { true } else { false } }
        guard isToNote, !isAttached else { return }
        findings.report(
            .relationToNote, .information, relationship.range, "A note has no relations; it is attached by a dashed line.",
            hint: "Write note .. element.")
    }

    private func check(_ generalization: Relationship, _ general: Relationship.End, _ special: Relationship.End, _ findings: inout RuleFindings) {
        let (parent, child) = (classifier(general), classifier(special))
        for end in [general, special] where end.text.flatMap({ Multiplicity(in: $0) }) != nil {
            findings.report(
                .generalizationText, .warning, generalization.range, "A generalization connects classes, not so and so many of their objects.",
                hint: "Leave the multiplicities out.")
        }
        guard parent.declaration != nil, child.declaration != nil else { return }
        if generalization.isDashed {
            guard Self.family(parent.kind) == .classes, !parent.stereotypes.contains(where: { $0.isSpelled(like: "interface") }),
                Self.family(child.kind) == .classes
            else { return }
            findings.report(
                .realizedClass, .information, generalization.range, "What is realized is an interface; “\(parent.label.shortened)” is none.",
                hint: "Write <|-- for a generalization, or declare it as an interface.")
        } else if let one = Self.family(parent.kind), let other = Self.family(child.kind), one != other {
            let isRealized = one == .interfaces && other == .classes
            findings.report(
                .generalizationAcrossKinds, .information, generalization.range,
                "“\(child.label.shortened)” is of another kind than “\(parent.label.shortened)”.",
                hint: isRealized ? "A class realizes an interface: write <|.. instead." : "Only what is of one kind has a generalization.")
        }
    }

    private enum Family {
        case classes
        case interfaces
        case dataTypes
        case actors
        case useCases
    }

    /// Nil for what has no rule.
    private static func family(_ kind: ClassifierKind) -> Family? {
        switch kind {
        case .class, .abstractClass, .entity, .exception, .record, .structure: .classes
        case .interface, .protocol: .interfaces
        case .enumeration, .dataType, .primitive: .dataTypes
        case .actor: .actors
        case .useCase: .useCases
        case .annotation, .metaclass, .stereotype, .object, .map, .diamond, .circle: nil
        }
    }

    private func checkMultiplicities(_ relationship: Relationship, _ findings: inout RuleFindings) {
        for end in [relationship.first, relationship.second] {
            guard let text = end.text, let multiplicity = Multiplicity(in: text) else { continue }
            if let upper = multiplicity.upper, upper < multiplicity.lower {
                findings.report(
                    .multiplicityBounds, .warning, relationship.range, "“\(text.shortened)” allows more at least than at most.",
                    hint: "Write the lower bound first: \(upper)..\(multiplicity.lower).")
            } else if multiplicity.upper == 0 {
                findings.report(
                    .emptyMultiplicity, .warning, relationship.range, "“\(text.shortened)” allows none at all.",
                    hint: "Write 0..1 or 0..*, or leave out the relation.")
            }
            if end.head == .composition, multiplicity.upper.map({ $0 > 1 }) ?? true {
                findings.report(
                    .compositeMultiplicity, .warning, relationship.range, "A part belongs to one whole at a time; “\(text.shortened)” says more.",
                    hint: "Write 1 or 0..1 at the diamond, or make it an aggregation: o--.")
            }
        }
    }

    // MARK: All together

    private func checkCycles(_ findings: inout RuleFindings) {
        func report(_ rule: ClassRule, _ message: String, _ hint: String, _ arrow: (Relationship) -> (from: Int, to: Int)?) {
            let some = diagram.relationships.filter { !$0.isHidden }.compactMap { one in arrow(one).map { (one.range, $0) } }
            for index in CycleSearch.closingArrows(count: diagram.classifiers.count, some.map { $0.1 }) {
                findings.report(rule, .warning, some[index].0, message, hint: hint)
            }
        }
        report(.cyclicGeneralization, "This closes a circle of generalizations.", "Turn one of its arrows around, or remove it.") {
            $0.generalization.map { ($0.general.classifier, $0.special.classifier) }
        }
        report(.compositionCycle, "This closes a circle of wholes and parts: nothing could be whole.", "Make one of them an aggregation: o--.") {
            guard let (whole, part) = $0.composition, whole.classifier != part.classifier else { return nil }
            // What may have no parts can be a whole.
            return Multiplicity.allowsNone(part) ? nil : (whole.classifier, part.classifier)
        }
    }

    private func checkOwners(_ findings: inout RuleFindings) {
        var owners: [Int?] = Array(repeating: nil, count: diagram.classifiers.count)
        for relationship in diagram.relationships {
            guard let (whole, part) = relationship.composition else { continue }
            guard let owner = owners[part.classifier], owner != whole.classifier, !Multiplicity.allowsNone(whole) else {
                owners[part.classifier] = owners[part.classifier] ?? whole.classifier
                continue
            }
            findings.report(
                .severalOwners, .information, relationship.range,
                "“\(classifier(part).label.shortened)” is a part of “\(diagram.classifiers[owner].label.shortened)” as well.",
                hint: "If it is a part of one or the other, write 0..1 at the diamonds.")
        }
    }
}
