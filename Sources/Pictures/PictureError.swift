/// Why a picture can't be made in a format other than SVG.
public enum PictureError: Error, Equatable, CustomStringConvertible {
    /// The picture would be this many pixels wide and high.
    case tooLarge(width: Int, height: Int)
    /// `rsvg-convert` is not installed.
    case converterMissing
    case converterFailed
    case timedOut

    public var description: String {
        switch self {
        case .tooLarge(let width, let height):
            "The picture would be \(width) × \(height) pixels; at most \(PictureConverter.mostPixels / 1_000_000) million pixels are drawn. Choose a smaller scale, or SVG."
        case .converterMissing: "PNG and PDF need rsvg-convert, of Debian's package librsvg2-bin."
        case .converterFailed: "The picture could not be converted."
        case .timedOut: "Drawing the picture took too long. Choose a smaller scale, or SVG."
        }
    }
}
