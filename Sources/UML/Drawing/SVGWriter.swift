/// Writes a scene as SVG 1.1: self-contained, without scripts, styles and identifiers, so that any number of pictures can stand in one page
/// under a strict content security policy. It refers to nothing but where the links of its texts lead, which are to `https`.
public struct SVGWriter {
    private var bytes: [UInt8] = []
    /// Where the element begins that is being written: its shapes are counted from there, in whole pixels. One that has moved is written
    /// as it was but for its `transform`, and a browser has no text to measure anew.
    private var origin = Point(0, 0)
    private let theme: Theme
    private let links: [String]

    /// - Returns: UTF-8.
    public static func write(_ scene: Scene, theme: Theme = .light) -> [UInt8] {
        var writer = SVGWriter(theme: theme, links: scene.links)
        writer.write(scene)
        return writer.bytes
    }

    private init(theme: Theme, links: [String]) {
        self.theme = theme
        self.links = links
    }

    private mutating func write(_ scene: Scene) {
        bytes.reserveCapacity(1024 + scene.elements.count * 400)
        raw("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        number(scene.width)
        raw("\" height=\"")
        number(scene.height)
        raw("\" viewBox=\"0 0 ")
        number(scene.width)
        raw(" ")
        number(scene.height)
        raw("\" role=\"graphics-document document\" font-family=\"Inter, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif\" ")
        raw("text-rendering=\"geometricPrecision\">\n<title>")
        escaped(scene.title)
        raw("</title>\n<desc>")
        escaped(scene.description)
        raw("</desc>\n<rect width=\"100%\" height=\"100%\"")
        paint("fill", .background)
        raw("/>\n")
        for element in scene.elements { write(element) }
        raw("</svg>\n")
    }

    private mutating func write(_ element: SceneElement) {
        raw("<g data-id=\"")
        escaped(element.id)
        raw("\" data-part=\"")
        raw(element.part.name)
        if let range = element.range {
            raw("\" data-range=\"")
            raw(String(range.start))
            raw("-")
            raw(String(range.end))
        }
        if let label = element.label {
            raw("\" role=\"graphics-symbol\" aria-label=\"")
            escaped(label)
        }
        let start = element.start
        raw("\" transform=\"")
        origin = Point(0, 0)
        step("translate(", start)
        origin = start
        raw(")\">\n")
        for shape in element.shapes { write(shape) }
        raw("</g>\n")
    }

    private mutating func write(_ shape: Shape) {
        switch shape {
        case .rectangle(let box, let radius, let style):
            raw("<rect")
            place("x", "y", Point(box.x, box.y))
            attribute("width", box.width)
            attribute("height", box.height)
            if radius > 0 { attribute("rx", radius) }
            write(style)
            raw("/>\n")
        case .ellipse(let center, let radiusX, let radiusY, let style):
            raw("<ellipse")
            place("cx", "cy", center)
            attribute("rx", radiusX)
            attribute("ry", radiusY)
            write(style)
            raw("/>\n")
        case .path(let segments, let style):
            raw("<path d=\"")
            for segment in segments { write(segment) }
            raw("\"")
            write(style)
            raw("/>\n")
        case .text(let text): write(text)
        }
    }

    private mutating func write(_ segment: PathSegment) {
        switch segment {
        case .move(let point): step("M", point)
        case .line(let point): step("L", point)
        case .curve(let first, let second, let end):
            step("C", first)
            step(" ", second)
            step(" ", end)
        case .close: raw("Z")
        }
    }

    private mutating func step(_ command: StaticString, _ point: Point) {
        raw(command)
        number(point.x - origin.x)
        raw(" ")
        number(point.y - origin.y)
    }

    private mutating func write(_ style: Style) {
        paint("fill", style.fill)
        guard style.stroke != .none else { return }
        paint("stroke", style.stroke)
        if style.strokeWidth != 1 { attribute("stroke-width", style.strokeWidth) }
        if let dash = style.dash {
            raw(" stroke-dasharray=\"")
            number(dash.length)
            raw(" ")
            number(dash.gap)
            raw("\"")
        }
        if style.fill == .none { raw(" stroke-linejoin=\"round\"") }
    }

    /// `textLength` keeps the text in the room that was measured for it, whatever font the viewer has.
    private mutating func write(_ text: TextShape) {
        raw("<text")
        if text.detail > 0 { attribute("data-detail", Double(text.detail)) }
        place("x", "y", text.origin)
        attribute("font-size", text.font.size)
        if text.font.weight == .semibold { raw(" font-weight=\"600\"") }
        if text.font.isItalic { raw(" font-style=\"italic\"") }
        switch text.font.decoration {
        case .underline: raw(" text-decoration=\"underline\"")
        case .lineThrough: raw(" text-decoration=\"line-through\"")
        case nil: break
        }
        if text.anchor == .middle { raw(" text-anchor=\"middle\"") }
        // Code may begin with blanks.
        if text.line.spans.first?.style == .code { raw(" xml:space=\"preserve\"") }
        if text.line.width > 0 {
            attribute("textLength", text.line.width)
            raw(" lengthAdjust=\"spacingAndGlyphs\"")
        }
        paint("fill", text.paint)
        raw(">")
        for span in text.line.spans { write(span) }
        raw("</text>\n")
    }

    private mutating func write(_ span: TextSpan) {
        switch span.style {
        case .plain: return escaped(span.text)
        case .strong: raw("<tspan font-weight=\"600\">")
        case .emphasis: raw("<tspan font-style=\"italic\">")
        case .code: raw("<tspan font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\">")
        case .link(let number):
            raw("<a href=\"")
            escaped(links[number])
            raw("\" target=\"_blank\" rel=\"noopener noreferrer\"><tspan text-decoration=\"underline\">")
            escaped(span.text)
            return raw("</tspan></a>")
        }
        escaped(span.text)
        raw("</tspan>")
    }

    // MARK: Words

    private mutating func paint(_ name: StaticString, _ paint: Paint) {
        raw(" ")
        raw(name)
        guard let color = theme.color(paint) else { return raw("=\"none\"") }
        raw("=\"#")
        for channel in [color.red, color.green, color.blue] {
            for nibble in [channel >> 4, channel & 0xF] { bytes.append(nibble < 10 ? 0x30 + nibble : 0x57 + nibble) }
        }
        raw("\"")
    }

    private mutating func place(_ x: StaticString, _ y: StaticString, _ point: Point) {
        attribute(x, point.x - origin.x)
        attribute(y, point.y - origin.y)
    }

    private mutating func attribute(_ name: StaticString, _ value: Double) {
        raw(" ")
        raw(name)
        raw("=\"")
        number(value)
        raw("\"")
    }

    /// With at most two digits after the point, the same on every machine.
    private mutating func number(_ value: Double) {
        var hundredths = Int((value * 100).rounded())
        if hundredths < 0 {
            bytes.append(.ascii("-"))
            hundredths = -hundredths
        }
        raw(String(hundredths / 100))
        let rest = hundredths % 100
        guard rest > 0 else { return }
        bytes.append(.ascii("."))
        bytes.append(0x30 + UInt8(rest / 10))
        if rest % 10 > 0 { bytes.append(0x30 + UInt8(rest % 10)) }
    }

    private mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// What XML 1.0 can't hold becomes U+FFFD.
    private mutating func escaped(_ text: String) { XMLText.append(text, to: &bytes) }
}
