import Pictures
import UML

/// A diagram to be drawn.
struct RenderRequest: RequestBody {
    static let scales = 0.1...PictureConverter.largestScale

    let kind: DiagramKind
    let source: String
    let theme: Theme
    let format: PictureFormat
    /// Pixels of a PNG for one of the diagram.
    let scale: Double
    let places: ElementPlaces

    init(fields: inout FieldReader) {
        source = fields.string("source", check: TextRules.source)
        kind = fields.kind(of: source)
        theme = fields.choice("theme", default: .light)
        format = fields.choice("format", default: .svg)
        scale = fields.number("scale", in: Self.scales, default: 1)
        places = fields.layout("layout")?.places ?? ElementPlaces()
    }
}
