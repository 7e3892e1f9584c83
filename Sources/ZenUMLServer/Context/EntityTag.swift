import HTTPTypes
import Hummingbird

/// Answers to those who have the content already (RFC 9110 §13.1.2).
enum EntityTag {
    /// Whether the request names the tag in `If-None-Match`. Weak tags match, as the section says.
    static func matches(_ tag: String, _ request: Request) -> Bool {
        guard let wanted = request.headers[.ifNoneMatch] else { return false }
        return wanted.split(separator: ",").contains { candidate in
            let candidate = candidate.trimmingWhiteSpace()
            return candidate == "*" || candidate == tag || candidate == "W/\(tag)"
        }
    }

    static func notModified(_ tag: String) -> Response {
        Response(status: .notModified, headers: [.eTag: tag, .cacheControl: "private, no-cache"])
    }
}
