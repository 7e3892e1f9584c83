import Crypto
import Foundation

/// Time-based one-time passwords: six digits, every 30 seconds others (RFC 6238, with SHA-1, which is what authenticator apps know).
enum OneTimePassword {
    /// In seconds.
    static let period = 30
    static let digits = 6
    /// Of the secret, in bytes: that of the hash (RFC 4226 §4, R6).
    static let secretLength = 20

    /// How many times ``period`` lie behind a moment.
    static func step(at now: Date) -> Int {
        Int(now.timeIntervalSince1970) / period
    }

    static func code(of secret: Data, step: Int) -> String {
        let counter = withUnsafeBytes(of: UInt64(step).bigEndian) { Data($0) }
        let hash = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        // RFC 4226 §5.3: the last four bits tell where the number begins.
        let offset = Int(hash[hash.count - 1] & 0xF)
        let number = hash[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The time step of a code that is good at a moment, in which clocks may differ by one step (RFC 6238 §6).
    /// - Parameter last: The step of the last code that counted; earlier ones are not good any more.
    static func matchingStep(of code: String, secret: Data, at now: Date, after last: Int) -> Int? {
        let present = step(at: now)
        return (present - 1...present + 1).first { step in
            step > last && constantTimeEqual(Array(self.code(of: secret, step: step).utf8), Array(code.utf8))
        }
    }
}
