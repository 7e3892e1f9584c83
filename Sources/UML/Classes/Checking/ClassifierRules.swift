/// The rules about single classifiers and their members.
struct ClassifierRules {
    private let diagram: ClassDiagram
    /// Whether all of the text was understood. If not, nothing is said of what is lacking.
    private let isComplete: Bool

    init(_ diagram: ClassDiagram, isComplete: Bool) {
        self.diagram = diagram
        self.isComplete = isComplete
    }

    func check(_ findings: inout RuleFindings) {
        for classifier in diagram.classifiers where classifier.standsFor == nil {
            checkName(classifier, &findings)
            checkKind(classifier, &findings)
            checkMembers(classifier, &findings)
        }
        checkCases(&findings)
    }

    private func checkName(_ classifier: Classifier, _ findings: inout RuleFindings) {
        guard classifier.label.utf8.allSatisfy({ $0.isWhiteSpace }), classifier.kind != .diamond, classifier.kind != .circle else { return }
        findings.report(.emptyName, .warning, classifier.range, "This has no name.", hint: "Write one: class Name.")
    }

    private func checkKind(_ classifier: Classifier, _ findings: inout RuleFindings) {
        if let other = classifier.otherDeclaration {
            findings.report(
                .duplicateClassifier, .warning, other, "“\(classifier.label.shortened)” is declared as something else as well.",
                hint: "Give one of them another name, or write the same word in both places.")
        }
        if classifier.kind == .enumeration, isComplete, classifier.declaration != nil, classifier.compartments.allSatisfy({ $0.features.isEmpty }) {
            findings.report(
                .emptyEnumeration, .information, classifier.range, "This enumeration has no literals.", hint: "Write them in its body, one in a line."
            )
        }
    }

    private func checkMembers(_ classifier: Classifier, _ findings: inout RuleFindings) {
        var seen = NameIndex()
        for compartment in classifier.compartments {
            for feature in compartment.features {
                check(feature, of: classifier, &findings)
                let text = Array(feature.text.utf8)
                guard text.contains(where: { $0.continuesName }) else { continue }
                if seen.find(text) != nil {
                    findings.report(
                        .duplicateMember, .warning, feature.range, "“\(feature.text.shortened)” is there twice.",
                        hint: "Remove one, or give it another name or other parameters.")
                } else {
                    seen.insert(text, 0)
                }
            }
        }
    }

    private func check(_ feature: Feature, of classifier: Classifier, _ findings: inout RuleFindings) {
        if feature.isOperation, feature.isAbstract, classifier.kind == .class {
            findings.report(
                .abstractOperation, .warning, feature.range, "Only an abstract class has abstract operations.",
                hint: "Write abstract class \(classifier.name.shortened).")
        }
        if classifier.kind == .object, feature.isOperation {
            findings.report(
                .objectOperation, .information, feature.range, "An object has values, no operations.", hint: "Move it to the class of the object.")
        }
        guard classifier.kind == .interface else { return }
        if let visibility = feature.visibility, visibility != .public {
            findings.report(
                .interfaceVisibility, .warning, feature.range, "All members of an interface are public.", hint: "Write + or nothing before it.")
        }
        if !feature.isOperation, !feature.isStatic, feature.text.utf8.contains(where: { $0.continuesName }) {
            findings.report(
                .interfaceAttribute, .information, feature.range, "An interface seldom has attributes that are no constants.",
                hint: "Write an operation that gives it, or {static}.")
        }
    }

    /// `order` beside a declared `Order` is a slip most of the time.
    private func checkCases(_ findings: inout RuleFindings) {
        var declared = NameIndex()
        for classifier in diagram.classifiers where classifier.declaration != nil {
            let name = Array(LabelNotation.lowercased(classifier.name).utf8)
            if declared.find(name) == nil { declared.insert(name, classifier.id) }
        }
        for classifier in diagram.classifiers where classifier.declaration == nil && classifier.standsFor == nil {
            guard let other = declared.find(Array(LabelNotation.lowercased(classifier.name).utf8)) else { continue }
            findings.report(
                .nameCase, .warning, classifier.range,
                "“\(classifier.name.shortened)” is not declared, but “\(diagram.classifiers[other].name.shortened)” is.",
                hint: "Write “\(diagram.classifiers[other].name.shortened)”, if that is meant.")
        }
    }
}
