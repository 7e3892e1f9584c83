import Foundation
import TestSupport

@testable import ZenUMLServer

/// What somebody carries who has a second factor.
struct Device: Sendable {
    let secret: Data
    let clock: TestClock
    var recoveryCodes: [String] = []

    /// What it shows at this moment.
    var code: String { OneTimePassword.code(of: secret, step: OneTimePassword.step(at: clock.now)) }

    /// What a code is not.
    var wrongCode: String { code == "000000" ? "000001" : "000000" }

    /// Of Base32.
    static func bytes(_ text: String) -> Data {
        var (bytes, buffer, bits) = (Data(), UInt32(0), 0)
        for letter in text.utf8 {
            let value = letter >= UInt8(ascii: "A") ? letter - UInt8(ascii: "A") : letter - UInt8(ascii: "2") + 26
            (buffer, bits) = (buffer << 5 | UInt32(value), bits + 5)
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
            }
        }
        return bytes
    }
}
