import Hummingbird

/// The header `Link` to the page that follows (RFC 8288 §3).
enum NextPage {
    /// - Returns: The address of this page with one parameter of its query set to another value.
    static func link(_ request: Request, setting name: String, to value: String) -> String {
        let kept = (request.uri.query ?? "").split(separator: "&").filter { !$0.hasPrefix("\(name)=") }
        let query = (kept.map(String.init) + ["\(name)=\(value)"]).joined(separator: "&")
        return "<\(request.uri.path)?\(query)>; rel=\"next\""
    }
}
