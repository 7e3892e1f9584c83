extension ClassDocument {
    static var vocabulary: Vocabulary { .classes }

    func scene(_ places: ElementPlaces) -> Scene { ClassScene.scene(of: diagram, identities, places) }

    func successions(since earlier: ClassDocument) -> [Succession] { ClassSuccession.between(earlier, self) }

    func edit(_ command: [UInt8]) throws(EditError) -> Edit { try ClassEditor(self).perform(try ClassCommand(command)) }

    /// As ``OutlineJSON``.
    var outline: [UInt8] { ClassOutline.write(self) }
}
