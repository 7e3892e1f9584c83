import Domain
import Foundation
import NIOCore

/// Says where a body stops being JSON.
enum MalformedJSON {
    static func error(_ error: DecodingError, in body: ByteBuffer) -> DomainError {
        guard body.readableBytes > 0 else { return .malformed("The body is empty; expected a JSON object") }
        guard case .dataCorrupted(let context) = error else { return .malformed("The body is not the JSON expected here") }
        let reason = (context.underlyingError as NSError?)?.userInfo["NSDebugDescription"] as? String ?? "\(context.underlyingError ?? error)"
        guard let match = reason.firstMatch(of: /line (\d+), column (\d+)/) else {
            let (line, column) = end(of: body)
            return .malformed("The body is not valid JSON: it ends too early, at line \(line), column \(column)")
        }
        return .malformed("The body is not valid JSON at line \(match.1), column \(match.2)")
    }

    private static func end(of body: ByteBuffer) -> (line: Int, column: Int) {
        let lines = String(buffer: body).split(separator: "\n", omittingEmptySubsequences: false)
        return (max(lines.count, 1), (lines.last?.count ?? 0) + 1)
    }
}
