import Foundation
import HTTPTypes
import Testing

/// What a server answered.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    subscript(header name: String) -> String? {
        HTTPField.Name(name).flatMap { headers[$0] }
    }

    func cookies() -> [String] {
        headers[values: .setCookie]
    }

    func json() throws -> Any {
        try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    }

    func object() throws -> [String: Any] {
        try #require(json() as? [String: Any], "\(status) \(text)")
    }

    func array() throws -> [[String: Any]] {
        try #require(json() as? [[String: Any]], "\(status) \(text)")
    }

    func string(_ key: String) throws -> String {
        try #require(object()[key] as? String, "\(status) \(text)")
    }

    /// The pair of tokens of a TokenResponse.
    func tokens() throws -> Tokens {
        try #require((200...201).contains(status), "\(status) \(text)")
        return Tokens(access: try string("access_token"), refresh: try object()["refresh_token"] as? String ?? "")
    }

    /// `error_type` of an error.
    func errorType() throws -> String {
        try string("error_type")
    }

    /// `loc` and `msg` of each error of a 422.
    func fieldErrors() throws -> [String: String] {
        let errors = try #require(object()["errors"] as? [[String: Any]], "\(status) \(text)")
        return Dictionary(
            errors.map { ((($0["loc"] as? [String]) ?? []).joined(separator: "."), ($0["msg"] as? String) ?? "") },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
