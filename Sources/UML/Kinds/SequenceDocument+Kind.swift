extension SequenceDocument {
    static var vocabulary: Vocabulary { .sequence }

    /// The order of statements says where all stands.
    func scene(_: ElementPlaces) -> Scene { SequenceScene.scene(of: diagram, identities) }

    func successions(since earlier: SequenceDocument) -> [Succession] {
        TypedSuccession.between(earlier, self).changes(earlier.identities, identities)
    }

    func edit(_ command: [UInt8]) throws(EditError) -> Edit { try SequenceEditor(self).perform(try SequenceCommand(command)) }

    /// As ``OutlineJSON``.
    var outline: [UInt8] { SequenceOutline.write(self) }
}
