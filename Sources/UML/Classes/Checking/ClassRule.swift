/// What a class or use case diagram may break although it can be drawn. The raw value is the diagnostic's code.
public enum ClassRule: String, CaseIterable, Sendable {
    case cyclicGeneralization = "cyclic-generalization"
    case generalizationAcrossKinds = "generalization-across-kinds"
    case generalizationText = "generalization-text"
    case realizedClass = "realized-class"
    case duplicateClassifier = "duplicate-classifier"
    case duplicateMember = "duplicate-member"
    case multiplicityBounds = "multiplicity-bounds"
    case emptyMultiplicity = "empty-multiplicity"
    case abstractOperation = "abstract-operation"
    case compositeMultiplicity = "composite-multiplicity"
    case severalOwners = "several-owners"
    case compositionCycle = "composition-cycle"
    case interfaceVisibility = "interface-visibility"
    case interfaceAttribute = "interface-attribute"
    case emptyEnumeration = "empty-enumeration"
    case objectOperation = "object-operation"
    case nameCase = "name-case"
    case emptyName = "empty-name"
    case relationToNote = "relation-to-note"
    case includeCycle = "include-cycle"
    case missingExtensionPoint = "missing-extension-point"
    case actorAssociation = "actor-association"
    case useCaseAssociation = "use-case-association"
    case unlabelledDependency = "unlabelled-dependency"
    case useCaseWithoutActor = "use-case-without-actor"
    case actorInSubject = "actor-in-subject"

    /// The clause of UML 2.5.1; nil where good sense is the only source.
    public var reference: String? {
        switch self {
        case .cyclicGeneralization: "UML 2.5.1, 9.9.4 (Classifier no_cycles_in_generalization)"
        case .generalizationAcrossKinds: "UML 2.5.1, 9.9.4 (Classifier specialize_type)"
        case .generalizationText: "UML 2.5.1, 9.9.7 (Generalization)"
        case .realizedClass: "UML 2.5.1, 10.5.6 (InterfaceRealization)"
        case .duplicateClassifier, .duplicateMember: "UML 2.5.1, 7.8.10 (Namespace members_distinguishable)"
        case .multiplicityBounds: "UML 2.5.1, 7.8.8 (MultiplicityElement upper_ge_lower)"
        case .emptyMultiplicity: "UML 2.5.1, 7.8.8 (MultiplicityElement)"
        case .abstractOperation: "UML 2.5.1, 9.9.2 (BehavioralFeature isAbstract)"
        case .compositeMultiplicity: "UML 2.5.1, 9.9.17 (Property multiplicity_of_composite)"
        case .severalOwners, .compositionCycle: "UML 2.5.1, 9.9.1 (AggregationKind composite)"
        case .interfaceVisibility: "UML 2.5.1, 10.5.5 (Interface visibility)"
        case .emptyEnumeration: "UML 2.5.1, 10.5.3 (Enumeration)"
        case .objectOperation: "UML 2.5.1, 9.9.9 (InstanceSpecification)"
        case .relationToNote: "UML 2.5.1, 7.8.2 (Comment)"
        case .includeCycle: "UML 2.5.1, 18.2.5 (UseCase cannot_include_self)"
        case .missingExtensionPoint: "UML 2.5.1, 18.2.2 (Extend extension_points)"
        case .actorAssociation: "UML 2.5.1, 18.2.1 (Actor associations)"
        case .useCaseAssociation: "UML 2.5.1, 18.2.5 (UseCase no_association_to_use_case)"
        case .interfaceAttribute, .nameCase, .emptyName, .unlabelledDependency, .useCaseWithoutActor, .actorInSubject: nil
        }
    }
}
