import Crypto
import Domain
import Pictures
import UML

/// What a picture of a stored diagram is made of, as one short text: pictures of the same name are the same.
struct PictureName: Sendable, Hashable {
    let text: String

    init(_ diagram: Domain.Diagram, _ format: PictureFormat, _ style: PictureStyle) {
        var hash = SHA256()
        for part in [Version.text, diagram.kind, format.rawValue, style.tag, diagram.layout, diagram.source] {
            // With its length: no end of one part looks like the beginning of the next.
            hash.update(data: Array("\(part.utf8.count):".utf8))
            hash.update(data: Array(part.utf8))
        }
        text = hash.finalize().hexadecimal
    }
}
