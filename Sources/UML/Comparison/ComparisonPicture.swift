/// Both pictures of a comparison in one, the earlier one to the left.
public enum ComparisonPicture {
    private static let gap = 24.0

    /// - Returns: SVG as ``SVGWriter`` writes it, one picture in another.
    public static func write(_ comparison: DiagramComparison, theme: Theme = .light) -> [UInt8] {
        let (before, after) = (comparison.before, comparison.after)
        let width = Int((before.width + gap + after.width).rounded(.up))
        let height = Int(max(before.height, after.height).rounded(.up))
        let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\">\n"
        let page = "<rect width=\"100%\" height=\"100%\" fill=\"#\(hexadecimal(theme.color(.background)))\"/>\n"
        let left = SVGWriter.write(before, theme: theme)
        let right = SVGWriter.write(after, theme: theme)
        let start = Array("<svg x=\"\(Int((before.width + gap).rounded(.up)))\"".utf8)
        return Array((head + page).utf8) + left + start + right.dropFirst(4) + Array("</svg>\n".utf8)
    }

    private static func hexadecimal(_ color: Color?) -> String {
        let color = color ?? Color(0xFFFFFF)
        return [color.red, color.green, color.blue].map { String($0 >> 4, radix: 16) + String($0 & 0xF, radix: 16) }.joined()
    }
}
