public import Domain

/// Copies a database that servers go on writing to, for a backup.
///
/// Every record is whole, but two of them may be as they were at different times. So it goes over all of them again until nothing has
/// changed meanwhile, or no less than the time before: then each is as it was at some moment of the last pass.
public struct LiveCopy: Sendable {
    private static let mostPasses = 5
    /// What something belongs to is read after it: so it is never missed for being newer. What goes with a diagram or a project follows, as
    /// SQLite removes it with these. A restore would end sessions and links in mails; they stay behind.
    private static let collections: [StoredRecord.Collection] = [.statusChecks, .diagrams, .projects, .users, .accessLists, .versions]

    let source: any Store
    let target: any Store
    let report: @Sendable (String) -> Void

    /// - Parameters:
    ///   - target: Nobody else's, and empty.
    ///   - report: Is told of the progress, a line at a time.
    public init(from source: any Store, to target: any Store, report: @escaping @Sendable (String) -> Void) {
        self.source = source
        self.target = target
        self.report = report
    }

    /// - Throws: ``StoreUnavailableError``; ``DuplicateKeyError`` when an address went from one person to another in the last pass.
    public func run() async throws {
        var before = Int.max
        for number in 1...Self.mostPasses {
            let changed = try await pass(isLast: number == Self.mostPasses)
            report("pass \(number): \(changed.map(String.init) ?? "too many") changes")
            guard changed != 0 else { break }
            // Servers write as much as ever: another pass would find no less.
            if let changed, number > 1, changed >= before { break }
            before = changed ?? before
        }
        try await UnfinishedWork.copy(from: source, to: target)
        try await removeLeftovers()
    }

    /// - Returns: How much was different; `nil` when two records were not to be had together, as they were read at different times.
    private func pass(isLast: Bool) async throws -> Int? {
        let mirror = DatabaseMirror(source: source, target: target) { $0 }
        do {
            var changed = 0
            for collection in Self.collections { changed += try await mirror.run(collection) }
            return changed
        } catch is DuplicateKeyError where !isLast {
            return nil
        }
    }

    /// What was removed, or came to be, while the last pass was on its way. What belongs to a leftover is one, too, the next time.
    private func removeLeftovers() async throws {
        while case let leftovers = try await BackupCheck(target).run().findings.filter(\.isLeftover), !leftovers.isEmpty {
            for leftover in leftovers {
                report("left out: \(leftover.collection.rawValue) \(leftover.id) belongs to nothing")
                try await target.records.remove([leftover.id], in: leftover.collection)
            }
        }
    }
}
