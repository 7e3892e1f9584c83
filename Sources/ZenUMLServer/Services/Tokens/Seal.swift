import Crypto
import Foundation

/// Encrypts what this server alone is to read again (AES-256-GCM), so that nobody else can read or make it, wherever it is kept.
struct Seal: Sendable {
    private let current: SymmetricKey
    private let all: [SymmetricKey]

    /// - Parameters:
    ///   - purpose: What was sealed for one purpose is not opened for another.
    ///   - current: Secret that the sealing key is derived from.
    ///   - previous: Secrets whose seals are still opened.
    init(purpose: String, current: String, previous: [String]) {
        self.current = Self.key(from: current, purpose)
        all = [self.current] + previous.map { Self.key(from: $0, purpose) }
    }

    func seal(_ data: Data) throws -> String {
        let box = try AES.GCM.seal(data, using: current)
        guard let combined = box.combined else { throw CryptoKitError.incorrectParameterSize }
        return combined.base64URL
    }

    /// - Returns: `nil` for whatever was not sealed with one of the keys.
    func open(_ text: String) -> Data? {
        guard text.utf8.count <= 2048, let data = Data(base64URL: text), let box = try? AES.GCM.SealedBox(combined: data) else { return nil }
        for key in all {
            if let opened = try? AES.GCM.open(box, using: key) { return opened }
        }
        return nil
    }

    /// What was sealed, as text.
    func text(_ sealed: String) -> String? {
        open(sealed).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func key(from secret: String, _ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Data(secret.utf8)), info: Data("zenuml \(purpose)".utf8), outputByteCount: 32)
    }
}
