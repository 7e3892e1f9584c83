public import Domain
import Pictures
import UML

/// Reads every record of a backup, and looks whether it is one that servers can work with.
///
/// The engine reads any text, so of texts there is nothing to check but their kind.
public struct BackupCheck: Sendable {
    public struct Report: Sendable, Equatable {
        public internal(set) var counts: [StoreInspection.Collection] = []
        public internal(set) var findings: [BackupFinding] = []
    }

    /// Accounts that are being removed; what is theirs may still be there.
    private static let mostRemoved = 10_000

    let store: any Store

    public init(_ store: any Store) {
        self.store = store
    }

    /// - Throws: ``StoreUnavailableError`` when the database as a whole can't be read.
    public func run() async throws -> Report {
        var report = Report()
        var owners = Set(try await store.removedAccounts.findAll(limit: Self.mostRemoved).map(\.userID))
        var (projects, diagrams) = (Set<String>(), Set<String>())
        for collection in [StoredRecord.Collection.refreshTokens, .statusChecks, .signIns, .accountTokens] {
            await walk(collection, &report) { _ in nil }
        }
        await walk(.users, &report) { user in
            owners.insert(user.id)
            return nil
        }
        await walk(.projects, &report) { record in
            projects.insert(record.id)
            guard case .project(let project) = record, !owners.contains(project.ownerID) else { return nil }
            return .belongsToNothing
        }
        await walk(.diagrams, &report) { record in
            diagrams.insert(record.id)
            guard case .diagram(let diagram) = record else { return nil }
            guard projects.contains(diagram.projectID) else { return .belongsToNothing }
            guard DiagramKind(rawValue: diagram.kind) != nil else { return .unknownKind(diagram.kind) }
            return Self.reads(diagram.layout) ? nil : .unreadableLayout
        }
        await walk(.accessLists, &report) { record in
            guard case .accessList(let list) = record else { return nil }
            let targets = list.target == .project ? projects : diagrams
            return targets.contains(list.id) ? nil : .belongsToNothing
        }
        await walk(.versions, &report) { record in
            guard case .version(let version) = record else { return nil }
            guard diagrams.contains(version.diagramID) else { return .belongsToNothing }
            return Self.reads(version.content.layout) ? nil : .unreadableLayout
        }
        return report
    }

    private func walk(
        _ collection: StoredRecord.Collection, _ report: inout Report, _ problem: (StoredRecord) -> BackupFinding.Problem?
    ) async {
        var stream = RecordStream(store, collection)
        var (count, last) = (0, "")
        do {
            while let record = try await stream.next() {
                (count, last) = (count + 1, record.id)
                if let problem = problem(record) { report.findings.append(BackupFinding(collection, id: record.id, problem)) }
            }
        } catch {
            report.findings.append(BackupFinding(collection, id: last, .unreadable(reason: "\(error)")))
        }
        report.counts.append(.init(name: collection.rawValue, count: count))
    }

    private static func reads(_ layout: String) -> Bool { (try? DiagramLayout(json: Array(layout.utf8))) != nil }
}
