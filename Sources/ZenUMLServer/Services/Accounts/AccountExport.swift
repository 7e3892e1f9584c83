import Domain
import Foundation
import NIOPosix
import ZipArchive

/// Writes all that a person has into a zip file.
struct AccountExport {
    private static let page = 100

    let store: any Store
    let user: User
    let now: Date

    /// - Parameter path: Of the file to be made.
    /// - Throws: ``ZipError/unwritable(_:)``, ``StoreUnavailableError``.
    func write(to path: String) async throws {
        let summaries = try await summaries()
        let projects = try await projects(of: summaries)
        let projectNames = Dictionary(firstOf: projects.map { ($0.id, $0.name) })
        var names = ExportNames()
        var files: [(summary: DiagramSummary, file: String)] = []
        var contents: [String: [ExportManifest.Diagram]] = [:]
        for summary in summaries {
            let project = projectNames[summary.projectID] ?? "Trash"
            let file = names.file(project: project, diagram: summary.name, ending: "zen")
            files.append((summary, file))
            contents[summary.projectID, default: []].append(Self.entry(summary, file))
        }
        let manifest = ExportManifest(
            format: ExportManifest.format, version: 1, exportedAt: Self.text(now), name: user.name, email: user.email,
            projects: projects.map {
                .init(name: $0.name, description: $0.description, archived: $0.isArchived, diagrams: contents[$0.id] ?? [])
            })
        let zip = try ZipWriter(path: path)
        let time = Int(now.timeIntervalSince1970)
        try await onThread { try zip.add(ExportManifest.file, Self.json(manifest), modifiedAt: time) }
        for (summary, file) in files { try await add(summary, file, to: zip) }
        try await onThread { try zip.finish() }
    }

    private func add(_ summary: DiagramSummary, _ file: String, to zip: ZipWriter) async throws {
        // Removed for good in the meantime: the list of contents then has one file too many, which an import passes over.
        guard let diagram = try await store.diagrams.find(id: summary.id) else { return }
        let time = Int(diagram.updatedAt.timeIntervalSince1970)
        try await onThread {
            try zip.add(file, Array(diagram.source.utf8), modifiedAt: time)
            if diagram.layout != "{}" { try zip.add("\(file).json", Array(diagram.layout.utf8), modifiedAt: time) }
        }
    }

    /// Compressing and writing block.
    private func onThread(_ work: @escaping @Sendable () throws -> Void) async throws {
        try await NIOThreadPool.singleton.runIfActive(work)
    }

    /// Of all diagrams, those in the trash too.
    private func summaries() async throws -> [DiagramSummary] {
        var all: [DiagramSummary] = []
        for isDeleted in [false, true] {
            var position: ListPosition?
            while true {
                let found =
                    isDeleted
                    ? try await store.diagrams.findDeleted(ownerID: user.id, after: position, limit: Self.page)
                    : try await store.diagrams.findRecent(ownerID: user.id, after: position, limit: Self.page)
                all += found
                guard found.count == Self.page, let last = found.last else { break }
                position = ListPosition(.time(last.deletedAt ?? last.updatedAt), id: last.id)
            }
        }
        return all
    }

    /// All that are in use, and those in the trash that diagrams belong to.
    private func projects(of summaries: [DiagramSummary]) async throws -> [Project] {
        var all: [Project] = []
        var position: ListPosition?
        while true {
            let found = try await store.projects.findAll(ProjectFilter(ownerID: user.id), ListPage(.created, after: position, limit: Self.page))
            all += found
            guard found.count == Self.page, let last = found.last else { break }
            position = ListPosition(.time(last.createdAt), id: last.id)
        }
        let missing = Set(summaries.map(\.projectID)).subtracting(all.map(\.id))
        return all + (missing.isEmpty ? [] : try await store.projects.find(ids: Array(missing)))
    }

    private static func entry(_ summary: DiagramSummary, _ file: String) -> ExportManifest.Diagram {
        ExportManifest.Diagram(
            name: summary.name, kind: summary.kind, file: file, deleted: summary.deletedAt != nil, createdAt: text(summary.createdAt),
            updatedAt: text(summary.updatedAt))
    }

    private static func json(_ manifest: ExportManifest) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(manifest))
    }

    private static func text(_ time: Date) -> String {
        var bytes: [UInt8] = []
        Timestamp(time).append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
