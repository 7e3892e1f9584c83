import Crypto
import Domain
import Foundation

/// A script in Lua, which Redis runs as one step. It has one key, so that it runs on a cluster, too.
struct RedisScript: Sendable {
    let text: String
    /// By which Redis knows a script that it has run before.
    let digest: String

    init(_ text: String) {
        self.text = text
        digest = Insecure.SHA1.hash(data: Data(text.utf8)).hexadecimal
    }

    /// By its digest: much shorter than the text.
    func command(key: String, _ arguments: [String]) -> RedisCommand {
        RedisCommand(["EVALSHA", digest, "1", key] + arguments)
    }

    /// For a Redis that doesn't know it.
    func commandWithText(key: String, _ arguments: [String]) -> RedisCommand {
        RedisCommand(["EVAL", text, "1", key] + arguments)
    }
}
