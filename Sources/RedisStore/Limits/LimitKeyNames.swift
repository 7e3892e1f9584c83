import Crypto
import Domain
import Foundation

/// What Redis calls those whose requests are counted. Neither an address nor an e-mail address can be read off it, nor found out by trying.
struct LimitKeyNames: Sendable {
    private static let length = 16

    private let key: SymmetricKey

    /// - Parameter secret: The same on all servers, or each counts for itself.
    init(secret: String) {
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Data(secret.utf8)), info: Data("zenuml rate limits".utf8), outputByteCount: 32)
    }

    func name(of limited: RateLimitKey) -> String {
        let subject =
            switch limited.subject {
            case .address(let address): "address \(address)"
            case .account(let account): "account \(account)"
            }
        let policy = limited.policy.rawValue
        let code = HMAC<SHA256>.authenticationCode(for: Data("\(policy) \(subject)".utf8), using: key)
        return "zenuml:limit:\(policy):\(code.prefix(Self.length).hexadecimal)"
    }
}
