/// The file formats of pictures.
public enum PictureFormat: String, CaseIterable, Sendable {
    case svg
    case png
    case pdf

    /// RFC 9110, 8.3.1; SVG is always UTF-8 here.
    public var mediaType: String {
        switch self {
        case .svg: "image/svg+xml"
        case .png: "image/png"
        case .pdf: "application/pdf"
        }
    }
}
