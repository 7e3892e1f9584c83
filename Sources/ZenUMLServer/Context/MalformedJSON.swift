import Domain
import Foundation
import NIOCore

/// Says where a body stops being JSON.
enum MalformedJSON {
    /// `JSONDecoder` keeps the place to itself, so on the way to an error the body is parsed once more by something that tells.
    static func error(in body: ByteBuffer) -> DomainError {
        guard body.readableBytes > 0 else { return .malformed("The body is empty; expected a JSON object") }
        let bytes = Data(body.readableBytesView)
        var problem = "unexpected end"
        var offset = bytes.count
        do {
            _ = try JSONSerialization.jsonObject(with: bytes, options: .fragmentsAllowed)
            problem = "unexpected text"
        } catch {
            let description = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String ?? ""
            if let match = description.firstMatch(of: /^(.+) around character (\d+)/), let place = Int(match.2) {
                problem = match.1.lowercased()
                offset = min(place, bytes.count)
            }
        }
        let (line, column) = position(of: offset, in: bytes)
        return .malformed("The body is not valid JSON: \(problem) at line \(line), column \(column)")
    }

    /// Both count from 1; columns count Unicode scalars.
    private static func position(of offset: Int, in bytes: Data) -> (line: Int, column: Int) {
        let before = bytes.prefix(offset)
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? before.startIndex
        return (line, String(decoding: before[start...], as: UTF8.self).unicodeScalars.count + 1)
    }
}
