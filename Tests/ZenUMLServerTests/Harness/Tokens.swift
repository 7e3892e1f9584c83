import Foundation
import Testing

/// A pair of tokens, and a look into them.
struct Tokens: Sendable, Equatable {
    let access: String
    let refresh: String

    static func claims(of token: String) throws -> [String: Any] {
        try part(1, of: token)
    }

    static func header(of token: String) throws -> [String: Any] {
        try part(0, of: token)
    }

    private static func part(_ index: Int, of token: String) throws -> [String: Any] {
        let parts = token.split(separator: ".")
        try #require(parts.count == 3)
        var text = parts[index].replacing("-", with: "+").replacing("_", with: "/")
        text += String(repeating: "=", count: (4 - text.count % 4) % 4)
        let data = try #require(Data(base64Encoded: String(text)))
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
}
