import Domain
import Foundation

/// A second factor as JSON. The same one is always the same text, by which it is compared.
struct StoredSecondFactor: Codable {
    private let secret: String
    private let activatedAt: Int64?
    private let lastStep: Int
    private let recoveryCodes: [String]
    private let failures: Int

    static func text(_ factor: SecondFactor?) throws -> String? {
        try factor.map { factor in
            try StoredJSON.text(
                Self(
                    secret: factor.sealedSecret, activatedAt: factor.activatedAt?.milliseconds, lastStep: factor.lastStep,
                    recoveryCodes: factor.recoveryCodes, failures: factor.failures))
        }
    }

    static func secondFactor(_ text: String) throws -> SecondFactor {
        let stored = try StoredJSON.value(Self.self, text)
        return SecondFactor(
            sealedSecret: stored.secret, activatedAt: stored.activatedAt.map(Date.init(milliseconds:)), lastStep: stored.lastStep,
            recoveryCodes: stored.recoveryCodes, failures: stored.failures)
    }
}
