import Crypto
import Foundation

/// Seals a sign-in transaction for its way through the browser's cookie (AES-256-GCM), so that no server has to remember it and
/// nobody can read or make one.
struct SignInTransactionSeal: Sendable {
    private let current: SymmetricKey
    private let all: [SymmetricKey]

    /// - Parameters:
    ///   - current: Secret that the sealing key is derived from.
    ///   - previous: Secrets whose seals are still opened.
    init(current: String, previous: [String]) {
        self.current = Self.key(from: current)
        all = [self.current] + previous.map(Self.key)
    }

    func seal(_ transaction: SignInTransaction) throws -> String {
        let box = try AES.GCM.seal(JSONEncoder().encode(transaction), using: current)
        guard let combined = box.combined else { throw CryptoKitError.incorrectParameterSize }
        return combined.base64URL
    }

    /// - Returns: `nil` for whatever was not sealed with one of the keys.
    func open(_ text: String) -> SignInTransaction? {
        guard text.utf8.count <= 2048, let data = Data(base64URL: text), let box = try? AES.GCM.SealedBox(combined: data) else { return nil }
        for key in all {
            if let opened = try? AES.GCM.open(box, using: key) {
                return try? JSONDecoder().decode(SignInTransaction.self, from: opened)
            }
        }
        return nil
    }

    private static func key(from secret: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Data(secret.utf8)),
            info: Data("zenuml sign-in transaction".utf8),
            outputByteCount: 32
        )
    }
}
