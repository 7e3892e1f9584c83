/// The words of a text that have been met already, by their hashes.
///
/// Most words come again soon; a small table knows them without the cost of the set, whose hash withstands attacks.
struct MetWords {
    private static let tableSize = 4096

    private var recent = [UInt64](repeating: 0, count: tableSize)
    private var all: Set<UInt64> = []

    /// - Returns: Whether the word is new.
    mutating func insert(_ hash: UInt64) -> Bool {
        let place = Int(truncatingIfNeeded: hash % UInt64(Self.tableSize))
        if recent[place] == hash { return false }
        recent[place] = hash
        return all.insert(hash).inserted
    }
}
