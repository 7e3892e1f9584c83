public import Domain

/// Puts what a backup holds in the place of all that a database holds.
///
/// Revisions of diagrams are raised: otherwise one that was given to another text after the backup would pass as current, in drafts,
/// `If-Match` and entity tags. Those of versions stay: they are of the past. Sessions, links in mails and completed sign-ins are dropped:
/// what was ended, used or withdrawn after the backup must not open anything again.
public struct DatabaseRestore: Sendable {
    static let step = 1_000_000
    /// What lets in goes first, then come people: by them a restore that was cut off is told from an empty database.
    private static let collections: [StoredRecord.Collection] = [
        .refreshTokens, .accountTokens, .signIns, .users, .projects, .diagrams, .accessLists, .versions, .statusChecks,
    ]

    let backup: any Store
    let report: @Sendable (String) -> Void

    /// - Parameter report: Is told of the progress, a line at a time.
    public init(of backup: any Store, report: @escaping @Sendable (String) -> Void) {
        self.backup = backup
        self.report = report
    }

    /// - Parameters:
    ///   - former: What is replaced: the target itself, or another database whose place it will take.
    ///   - replacing: Whether there may be people in it.
    /// - Throws: ``DatabaseRestoreError``, ``StoreUnavailableError``.
    public func run(into target: any Store, inPlaceOf former: any Store, replacing: Bool) async throws {
        let leftovers = try await verifiedLeftovers()
        let people = try await former.users.findAll(after: nil, limit: 1)
        guard people.isEmpty || replacing else { throw DatabaseRestoreError.notEmpty }
        let step = try await step(beyond: former)
        report("revisions of diagrams: \(step) are added")
        try await UnfinishedWork.remove(from: target)
        let mirror = DatabaseMirror(source: backup, target: target) { record in
            leftovers["\(record.collection.rawValue) \(record.id)"] == nil ? Self.restored(record, step) : nil
        }
        for collection in Self.collections {
            let changed = try await mirror.run(collection)
            report("\(collection.rawValue): \(changed) removed or written")
        }
        for collection in Self.collections {
            guard try await mirror.run(collection) == 0 else {
                throw DatabaseRestoreError.changedMeanwhile(collection: collection.rawValue)
            }
        }
        try await UnfinishedWork.copy(from: backup, to: target)
    }

    private func verifiedLeftovers() async throws -> [String: BackupFinding] {
        let findings = try await BackupCheck(backup).run().findings
        let damage = findings.filter { !$0.isLeftover }
        guard damage.isEmpty else { throw DatabaseRestoreError.damaged(damage) }
        for finding in findings { report("\(finding)") }
        return Dictionary(firstOf: findings.map { ("\($0.collection.rawValue) \($0.id)", $0) })
    }

    /// More than any revision that is there now: a backup may be restored a second time, over what became of the first.
    private func step(beyond former: any Store) async throws -> Int {
        var (diagrams, highest) = (RecordStream(former, .diagrams), 0)
        while case .diagram(let diagram) = try await diagrams.next() { highest = max(highest, diagram.revision) }
        return (highest / Self.step + 1) * Self.step
    }

    private static func restored(_ record: StoredRecord, _ step: Int) -> StoredRecord? {
        switch record {
        case .session, .accountToken, .signIn: return nil
        case .diagram(var diagram):
            diagram.revision += step
            return .diagram(diagram)
        case .user, .statusCheck, .project, .accessList, .version: return record
        }
    }
}
