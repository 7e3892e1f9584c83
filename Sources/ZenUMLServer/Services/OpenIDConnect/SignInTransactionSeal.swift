import Foundation

/// Seals a sign-in transaction for its way through the browser's cookie, so that no server has to remember it and nobody can read or make
/// one.
struct SignInTransactionSeal: Sendable {
    private let seal: Seal

    init(current: String, previous: [String]) {
        seal = Seal(purpose: "sign-in transaction", current: current, previous: previous)
    }

    func seal(_ transaction: SignInTransaction) throws -> String {
        try seal.seal(JSONEncoder().encode(transaction))
    }

    /// - Returns: `nil` for whatever was not sealed with one of the keys.
    func open(_ text: String) -> SignInTransaction? {
        seal.open(text).flatMap { try? JSONDecoder().decode(SignInTransaction.self, from: $0) }
    }
}
