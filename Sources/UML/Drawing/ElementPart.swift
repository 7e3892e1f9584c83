/// Which part of its element something on a picture shows, by the name that clients know it by. Each kind of diagram has its own, besides these.
public struct ElementPart: Equatable, Sendable {
    public let name: StaticString

    init(_ name: StaticString) { self.name = name }

    static var title: ElementPart { ElementPart("title") }
    static var comment: ElementPart { ElementPart("comment") }
    static var group: ElementPart { ElementPart("group") }

    public static func == (one: ElementPart, other: ElementPart) -> Bool { one.name.isSpelled(like: other.name) }
}
