import Foundation
import NIOCore

/// A file of the API documentation, read at start.
struct DocumentationAsset: Sendable {
    let mediaType: String
    let content: ByteBuffer

    /// The files that are served, each by its own name; whatever else lies in the folder is not.
    private static let files = [
        "swagger-ui-dist/swagger-ui.css": "text/css; charset=utf-8",
        "swagger-ui-dist/swagger-ui-bundle.js": "text/javascript; charset=utf-8",
        "redoc/bundles/redoc.standalone.js": "text/javascript; charset=utf-8",
    ]

    static func load(folder: String) -> [String: DocumentationAsset] {
        var assets = [
            "start.js": DocumentationAsset(mediaType: "text/javascript; charset=utf-8", content: ByteBuffer(string: DocumentationPages.start))
        ]
        for (path, mediaType) in files {
            guard let content = try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8), let name = path.split(separator: "/").last
            else { continue }
            // ReDoc shows its maker's logo, from the maker's host. Nobody here is to be told who reads the documentation.
            let own = content.replacing("https://cdn.redoc.ly/redoc/logo-mini.svg", with: "data:,")
            assets[String(name)] = DocumentationAsset(mediaType: mediaType, content: ByteBuffer(string: own))
        }
        return assets
    }
}
