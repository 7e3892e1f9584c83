/// What a text of any kind was understood as. Nothing but this type knows which kinds there are; who adds one follows the compiler through it.
public enum Diagram: Sendable {
    case sequence(SequenceDocument)
    case classes(ClassDocument)
    case useCases(ClassDocument)

    /// Reads a text; never fails.
    init(_ source: SourceText, kind: DiagramKind) {
        switch kind {
        case .sequence: self = .sequence(SequenceDocument(source))
        case .classes: self = .classes(ClassDocument(source))
        case .useCases: self = .useCases(ClassDocument(source, .useCases))
        }
    }

    public var kind: DiagramKind {
        switch self {
        case .sequence: .sequence
        case .classes: .classes
        case .useCases: .useCases
        }
    }

    /// In which of several orders a part's element has its place, by numbers from 0; nil where it means nothing what comes first in the text.
    func order(of part: ElementPart) -> Int? {
        switch self {
        case .sequence: part == .header ? 0 : 1
        case .classes, .useCases: nil
        }
    }

    /// What can't be read from the words on a picture of it.
    func facts(of scene: Scene) -> [ElementFact] {
        switch self {
        case .sequence: SequenceContainers(scene).facts
        case .classes(let document), .useCases(let document): document.facts
        }
    }

    /// What the text says, stretch by stretch, in no order.
    var parts: [WrittenPart] {
        switch self {
        case .sequence(let document): document.parts
        case .classes(let document), .useCases(let document): document.parts
        }
    }

    /// Of the text and of the model's meaning.
    var diagnostics: DiagnosticList {
        switch self {
        case .sequence(let document): document.diagnostics
        case .classes(let document), .useCases(let document): document.diagnostics
        }
    }

    func scene(_ places: ElementPlaces) -> Scene {
        switch self {
        case .sequence(let document): document.scene(places)
        case .classes(let document), .useCases(let document): document.scene(places)
        }
    }

    /// The ids that have changed since an earlier text of the same diagram.
    func successions(since earlier: Diagram) -> [Succession] {
        switch (earlier, self) {
        case (.sequence(let old), .sequence(let new)): new.successions(since: old)
        case (.classes(let old), .classes(let new)), (.useCases(let old), .useCases(let new)): new.successions(since: old)
        default: []
        }
    }

    /// - Parameter command: As the kind's commands are written.
    /// - Throws: ``EditError``, and the text stays as it is.
    func edit(_ command: [UInt8]) throws(EditError) -> Edit {
        switch self {
        case .sequence(let document): try document.edit(command)
        case .classes(let document), .useCases(let document): try document.edit(command)
        }
    }

    /// As ``OutlineJSON``.
    var outline: [UInt8] {
        switch self {
        case .sequence(let document): document.outline
        case .classes(let document), .useCases(let document): document.outline
        }
    }
}
