import Crypto
import CryptoExtras
import Domain
import Foundation
import NIOPosix
import Synchronization

/// Hashes passwords with scrypt (RFC 7914), on threads of its own: one hash takes as long as thousands of other requests.
final class PasswordHasher: Sendable {
    private let cost: ScryptCost
    private let random: RandomSource
    private let threads = NIOThreadPool(numberOfThreads: 2)
    private let admissions = AdmissionLimit(64, refusal: "Too many people are signing in at this moment")
    private let started = Atomic(0)
    /// Stands in for the hash of an unknown account, so that an answer takes as long as for a known one.
    private let decoy: ScryptHash

    init(cost: ScryptCost = .standard, random: RandomSource = .system) {
        self.cost = cost
        self.random = random
        decoy = ScryptHash(cost: cost, salt: random.bytes(16), digest: random.bytes(32))
        threads.start()
    }

    /// - Returns: The hash in PHC string format, `$scrypt$ln=…,r=…,p=…$salt$digest`.
    func hash(_ password: String) async throws -> String {
        let salt = random.bytes(16)
        let digest = try await derive(password, salt: salt, cost: cost)
        return ScryptHash(cost: cost, salt: salt, digest: digest).text
    }

    /// Does the same work whether or not there is a hash to compare with.
    /// - Parameter encoded: What ``hash(_:)`` returned; `nil` for an account that does not exist or has no password.
    /// - Throws: ``ScryptHash/Unreadable`` for anything else: nobody's password would ever fit.
    func verify(_ password: String, against encoded: String?) async throws -> Bool {
        let stored = encoded.flatMap(ScryptHash.init)
        let expected = stored ?? decoy
        let digest = try await derive(password, salt: expected.salt, cost: expected.cost)
        guard stored != nil || encoded == nil else { throw ScryptHash.Unreadable() }
        return constantTimeEqual(digest, expected.digest) && stored != nil
    }

    /// How many hashes have been begun so far.
    var hashCount: Int { started.load(ordering: .relaxed) }

    func close() async throws {
        try await threads.shutdownGracefully()
    }

    private func derive(_ password: String, salt: [UInt8], cost: ScryptCost) async throws -> [UInt8] {
        try await admissions.admit {
            started.add(1, ordering: .relaxed)
            return try await threads.runIfActive {
                try KDF.Scrypt.deriveKey(
                    from: Data(password.utf8),
                    salt: Data(salt),
                    outputByteCount: 32,
                    rounds: cost.rounds,
                    blockSize: cost.blockSize,
                    parallelism: cost.parallelism
                ).withUnsafeBytes { Array($0) }
            }
        }
    }
}
