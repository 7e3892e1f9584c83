/// Edits of a class or use case diagram, as the smallest changes of its text that mean them: comments, order and formatting stay.
///
/// The law: apply the edits, parse, and the model is what the edit meant, all else unchanged. Each edit is checked against it (``ClassDraft``).
struct ClassEditor {
    private let document: ClassDocument

    init(_ document: ClassDocument) { self.document = document }

    private var classifiers: ClassifierEditor { ClassifierEditor(draft: ClassDraft(document)) }
    private var relationships: RelationshipEditor { RelationshipEditor(draft: ClassDraft(document)) }
    private var appearance: AppearanceEditor { AppearanceEditor(draft: ClassDraft(document)) }
    private var notes: NoteEditor { NoteEditor(draft: ClassDraft(document)) }

    /// - Throws: ``EditError``, and the text stays as it is.
    func perform(_ command: ClassCommand) throws(EditError) -> Edit {
        switch command {
        case .changeWords(let id, let words): return try changeWords(id, words)
        case .addClassifier(let kind, let name, let package): return try classifiers.add(kind, name, to: package)
        case .addPackage(let shape, let name, let package): return try classifiers.add(shape, name, to: package)
        case .duplicate(let id): return try classifiers.duplicate(try classifier(id))
        case .changeKind(let id, let kind): return try changeKind(id, kind)
        case .addNote(let words, let id): return try notes.add(words, to: id)
        case .connect(let kind, let source, let target): return try relationships.connect(kind, from: source, to: target)
        case .changeRelationship(let id, let kind): return try relationships.change(id, to: kind)
        case .reverse(let id): return try relationships.reverse(id)
        case .attach(let id, let end, let element): return try relationships.attach(id, end, to: element)
        case .changeEnd(let id, let end, let words): return try relationships.changeEnd(id, end, to: words)
        case .changeStereotypes(let id, let words): return try appearance.changeStereotypes(of: id, to: words)
        case .changeColor(let id, let color): return try appearance.changeColor(of: id, to: color)
        case .move, .wrap, .unwrap, .remove: return try changeStructure(command)
        case .insertFeature, .changeFeature, .moveFeature, .removeFeature: return try changeFeatures(command)
        }
    }

    private func classifier(_ id: String) throws(EditError) -> Int {
        guard let number = document.identities.classifier(id) else { throw .noSuchElement }
        return number
    }

    private func changeStructure(_ command: ClassCommand) throws(EditError) -> Edit {
        var (packages, remover) = (PackageEditor(document), ElementRemover(document))
        switch command {
        case .move(let ids, let package): return try packages.move(ids, into: package)
        case .wrap(let ids, let shape, let name): return try packages.wrap(ids, in: shape, name)
        case .unwrap(let id): return try packages.unwrap(id)
        case .remove(let ids): return try remover.remove(ids)
        default: throw .badCommand
        }
    }

    private func changeFeatures(_ command: ClassCommand) throws(EditError) -> Edit {
        func features(_ id: String) throws(EditError) -> FeatureEditor { try FeatureEditor(document, classifier(id)) }
        switch command {
        case .insertFeature(let id, let index, let words): return try features(id).insert(words, at: index)
        case .changeFeature(let id, let index, let words): return try features(id).change(index, to: words)
        case .moveFeature(let id, let index, let target): return try features(id).move(index, to: target)
        case .removeFeature(let id, let index): return try features(id).remove(index)
        default: throw .badCommand
        }
    }

    private func changeWords(_ id: String, _ words: String) throws(EditError) -> Edit {
        if let number = document.identities.classifier(id) { return try classifiers.rename(number, to: words) }
        if let number = document.identities.package(id) { return try classifiers.rename(package: number, to: words) }
        if let number = document.identities.note(id) { return try notes.change(number, to: words) }
        return try relationships.rename(id, to: words)
    }

    private func changeKind(_ id: String, _ kind: String) throws(EditError) -> Edit {
        let word = CommandFields(Array(kind.utf8))
        if let number = document.identities.package(id) { return try classifiers.change(package: number, to: try word.choice(0, Package.Shape.self)) }
        return try classifiers.change(try classifier(id), to: try word.choice(0, ClassifierKind.self))
    }
}
