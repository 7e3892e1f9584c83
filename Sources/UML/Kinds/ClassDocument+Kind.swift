extension ClassDocument {
    static var vocabulary: Vocabulary { .classes }

    func scene(_ places: ElementPlaces) -> Scene {
        var layout: ClassLayout?
        return scene(places, &layout)
    }

    /// - Parameter layout: That of the last time that this document was drawn, and then that of this time.
    func scene(_ places: ElementPlaces, _ layout: inout ClassLayout?) -> Scene {
        let next = ClassLayout(diagram, identities, places, earlier: layout)
        layout = next
        return ClassScene.scene(of: diagram, identities, next)
    }

    func successions(since earlier: ClassDocument) -> [Succession] { ClassSuccession.between(earlier, self) }

    func edit(_ command: [UInt8]) throws(EditError) -> Edit { try ClassEditor(self).perform(try ClassCommand(command)) }

    /// As ``OutlineJSON``.
    var outline: [UInt8] { ClassOutline.write(self) }
}
