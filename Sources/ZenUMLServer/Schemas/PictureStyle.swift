import Domain
import Hummingbird
import UML

/// How a stored diagram is to be drawn: `theme` and `scale`.
struct PictureStyle: Sendable {
    let theme: Theme
    let scale: Double

    init(theme: Theme = .light, scale: Double = 1) {
        self.theme = theme
        self.scale = scale
    }

    init(query: Parameters) throws {
        var reader = QueryReader(query)
        theme = reader.choice("theme", default: .light)
        let range = RenderRequest.scales
        let problem = FieldProblem("Input should be a number from \(range.lowerBound) to \(range.upperBound)", type: "number_range")
        scale = reader.value("scale", problem: problem) { text in Double(text).flatMap { range.contains($0) ? $0 : nil } } ?? 1
        try reader.finish()
    }

    /// Differs wherever the picture does.
    var tag: String { "\(theme.rawValue)-\(scale)" }
}
