import Crypto
import Domain
import Foundation
import NIOCore

/// A file of the web client, read at start, with its compressed forms.
struct WebAsset: Sendable {
    /// The codings of RFC 9110 §8.4.1 and the ends of the names of such files, the better one first.
    private static let codings = [(name: "br", end: "br"), (name: "gzip", end: "gz")]
    private static let mediaTypes = [
        "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8",
        "wasm": "application/wasm", "woff2": "font/woff2", "svg": "image/svg+xml", "json": "application/json", "png": "image/png",
        "webp": "image/webp", "txt": "text/plain; charset=utf-8",
    ]

    let mediaType: String
    let tag: String
    let content: ByteBuffer
    private let coded: [(coding: String, content: ByteBuffer)]

    /// - Returns: `nil` when there is no such file, or it is of a type that a client has no use for.
    init?(file: URL) {
        guard let mediaType = Self.mediaTypes[file.pathExtension], let bytes = try? Data(contentsOf: file) else { return nil }
        self.mediaType = mediaType
        content = ByteBuffer(bytes: bytes)
        tag = "\"\(SHA256.hash(data: bytes).prefix(12).hexadecimal)\""
        coded = Self.codings.compactMap { coding in
            (try? Data(contentsOf: file.appendingPathExtension(coding.end))).map { (coding.name, ByteBuffer(bytes: $0)) }
        }
    }

    /// The content in the best form that the client takes.
    /// - Parameter accepted: The header `Accept-Encoding`.
    func content(accepting accepted: String?) -> (coding: String?, content: ByteBuffer) {
        let wanted = (accepted ?? "").lowercased().split(separator: ",").map { $0.split(separator: ";").map { $0.trimmingWhiteSpace() } }
        let best = coded.first { form in
            wanted.contains { $0.first.map(String.init) == form.coding && !$0.dropFirst().contains { $0 == "q=0" || $0.hasPrefix("q=0.000") } }
        }
        return best.map { ($0.coding, $0.content) } ?? (nil, content)
    }
}
