import Foundation

/// A scrypt hash with its salt and cost.
struct ScryptHash: Equatable {
    /// The store holds something else than the hash of a password. What it holds is not told.
    struct Unreadable: Error {}

    let cost: ScryptCost
    let salt: [UInt8]
    let digest: [UInt8]

    init(cost: ScryptCost, salt: [UInt8], digest: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.digest = digest
    }

    /// The PHC string format: `$scrypt$ln=14,r=8,p=5$salt$digest`, both in base 64 for URLs.
    var text: String {
        "$scrypt$ln=\(cost.logarithm),r=\(cost.blockSize),p=\(cost.parallelism)$\(salt.base64URL)$\(digest.base64URL)"
    }

    /// - Parameter text: The PHC string format. Costs that would need more than 256 MiB are refused.
    init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt",
            let match = parts[2].wholeMatch(of: /ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})/),
            let logarithm = Int(match.1), let blockSize = Int(match.2), let parallelism = Int(match.3),
            (1...18).contains(logarithm), (1...8).contains(blockSize), parallelism >= 1,
            let salt = Data(base64URL: parts[3]), let digest = Data(base64URL: parts[4]), digest.count == 32
        else { return nil }
        self.init(
            cost: ScryptCost(logarithm: logarithm, blockSize: blockSize, parallelism: parallelism),
            salt: Array(salt),
            digest: Array(digest)
        )
    }
}
