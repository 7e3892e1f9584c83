/// What a text of any kind was understood as. Nothing but this type knows which kinds there are; who adds one follows the compiler through it.
public enum Diagram: Sendable {
    case sequence(SequenceDocument)
    case classes(ClassDocument)

    /// Reads a text; never fails.
    init(_ source: SourceText, kind: DiagramKind) {
        switch kind {
        case .sequence: self = .sequence(SequenceDocument(source))
        case .classes: self = .classes(ClassDocument(source))
        }
    }

    public var kind: DiagramKind {
        switch self {
        case .sequence: .sequence
        case .classes: .classes
        }
    }

    /// Of the text and of the model's meaning.
    var diagnostics: DiagnosticList {
        switch self {
        case .sequence(let document): document.diagnostics
        case .classes(let document): document.diagnostics
        }
    }

    var scene: Scene {
        switch self {
        case .sequence(let document): SequenceScene.scene(of: document.diagram, document.identities)
        case .classes(let document): ClassScene.scene(of: document.diagram, document.identities)
        }
    }

    /// The ids that have changed since an earlier text of the same diagram.
    func successions(since earlier: Diagram) -> [Succession] {
        switch (earlier, self) {
        case (.sequence(let old), .sequence(let new)): TypedSuccession.between(old, new).changes(old.identities, new.identities)
        case (.classes(let old), .classes(let new)): ClassSuccession.between(old, new)
        default: []
        }
    }

    /// - Parameter command: As the kind's commands are written.
    /// - Throws: ``EditError``, and the text stays as it is.
    func edit(_ command: [UInt8]) throws(EditError) -> Edit {
        switch self {
        case .sequence(let document): try SequenceEditor(document).perform(try SequenceCommand(command))
        case .classes(let document): try ClassEditor(document).perform(try ClassCommand(command))
        }
    }

    /// As ``OutlineJSON``.
    var outline: [UInt8] {
        switch self {
        case .sequence(let document): SequenceOutline.write(document)
        case .classes(let document): ClassOutline.write(document)
        }
    }
}
