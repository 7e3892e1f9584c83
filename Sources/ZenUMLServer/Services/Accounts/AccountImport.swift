import Domain
import Foundation
import NIOPosix
import UML
import ZipArchive

/// Makes new projects and diagrams of an export.
///
/// Until all of it is there, the projects are in the trash; then one change brings them out. So an import that is broken off leaves nothing
/// that is in use, and its repetition with the same key goes on.
struct AccountImport {
    /// Of what is unpacked. Nobody's diagrams are larger.
    static let limits = ZipReader.Limits(file: 16 << 20, total: 256 << 20, count: 50_000)
    /// How much is stored at once: others are to wait for a moment only.
    private static let mostBytesAtOnce = 512 << 10
    private static let mostAtOnce = 50

    let projects: ProjectService
    let diagrams: DiagramService
    /// The header `Idempotency-Key`.
    let key: String?
    let ownerID: String

    /// - Parameter bytes: A zip file.
    /// - Returns: How many were made.
    /// - Throws: ``DomainError/validation(_:)`` when it is no export; ``DomainError/forbidden(_:)`` at the limit of projects or diagrams;
    ///   ``DomainError/notConfigured(_:)`` without libarchive.
    func read(_ bytes: [UInt8]) async throws -> (projects: Int, diagrams: Int) {
        let files = try await NIOThreadPool.singleton.runIfActive { try Self.files(bytes) }
        let manifest = try Self.manifest(files)
        // Everything is checked before anything is made, and made anew then: all at once would take as much memory as the files.
        let count = try await NIOThreadPool.singleton.runIfActive { try Self.check(manifest, files) }
        let made = (projects: manifest.projects.count, diagrams: count)
        let now = projects.clock.now
        let content = [files[ExportManifest.file].map { String(decoding: $0, as: UTF8.self) } ?? "", "\(bytes.count)"]
        let targets = try manifest.projects.enumerated().map { index, project in
            try Self.target(project, creation(["project", "\(index)"], content), ownerID: ownerID, at: now)
        }
        if try await isRepetition(targets) { return made }
        try await projects.requireRoom(for: made.projects, ownerID: ownerID)
        try await diagrams.requireRoom(for: made.diagrams, ownerID: ownerID)
        try await store(targets, manifest, files, at: now)
        return made
    }

    private func store(_ targets: [Project], _ manifest: ExportManifest, _ files: [String: [UInt8]], at now: Date) async throws {
        try await projects.projects.create(targets)
        for (index, project) in manifest.projects.enumerated() {
            var batch: [Domain.Diagram] = []
            var bytes = 0
            for (number, entry) in project.diagrams.enumerated() {
                guard let request = try Self.checked(entry, files) else { continue }
                let id = creation(["diagram", "\(index)", "\(number)"], []).id
                batch.append(diagram(request, id, in: targets[index].id, isDeleted: entry.deleted, at: now))
                bytes += request.source.utf8.count + request.layout.utf8.count
                if bytes < Self.mostBytesAtOnce, batch.count < Self.mostAtOnce { continue }
                try await diagrams.diagrams.create(batch)
                (batch, bytes) = ([], 0)
            }
            if !batch.isEmpty { try await diagrams.diagrams.create(batch) }
        }
        // An earlier attempt may have made them at another time.
        let made = try await projects.projects.find(ids: targets.map(\.id), ownerID: ownerID)
        for (time, some) in Dictionary(grouping: made, by: \.deletedAt) where time != nil {
            try await projects.projects.setDeleted(ids: some.map(\.id), ownerID: ownerID, from: time, to: nil)
        }
    }

    /// Whether all was made by an earlier request with the same key.
    /// - Throws: ``DomainError/validation(_:)`` when that was for something else.
    private func isRepetition(_ targets: [Project]) async throws -> Bool {
        guard key != nil, !targets.isEmpty else { return false }
        let there = try await projects.projects.find(ids: targets.map(\.id), ownerID: ownerID)
        for project in there where project.creationFingerprint != targets.first(where: { $0.id == project.id })?.creationFingerprint {
            throw DomainError.validation([
                FieldError(location: ["header", "Idempotency-Key"], message: "The key was used for another request", type: "idempotency_key")
            ])
        }
        return there.count == targets.count && there.allSatisfy { $0.deletedAt == nil }
    }

    private func creation(_ place: [String], _ content: [String]) -> Creation {
        Creation(
            key: key.map { ([$0] + place).joined(separator: " ") }, ownerID: ownerID, purpose: "import", content: content, random: projects.random)
    }

    private static func target(_ project: ExportManifest.Project, _ creation: Creation, ownerID: String, at now: Date) throws -> Project {
        let request = try checked(project)
        return Project(
            id: creation.id, ownerID: ownerID, name: request.name, description: request.description, isArchived: project.archived,
            createdAt: now, updatedAt: now, deletedAt: now, creationFingerprint: creation.fingerprint)
    }

    private func diagram(_ request: DiagramCreate, _ id: String, in projectID: String, isDeleted: Bool, at now: Date) -> Domain.Diagram {
        Domain.Diagram(
            id: id, projectID: projectID, ownerID: ownerID, kind: request.kind, name: request.name, source: request.source,
            layout: request.layout, createdAt: now, updatedAt: now, deletedAt: isDeleted ? now : nil)
    }

    /// - Returns: How many diagrams can be made.
    private static func check(_ manifest: ExportManifest, _ files: [String: [UInt8]]) throws -> Int {
        var count = 0
        for project in manifest.projects {
            _ = try checked(project)
            for diagram in project.diagrams where try checked(diagram, files) != nil { count += 1 }
        }
        return count
    }

    private static func files(_ bytes: [UInt8]) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        do {
            let zip = try ZipReader(bytes, limits: limits)
            while let file = try zip.next() { files[file.name] = file.bytes }
        } catch ZipError.tooLarge {
            throw problem("The export holds more than can be taken at once", type: "too_large")
        } catch ZipError.unavailable {
            throw DomainError.zipUnavailable
        } catch {
            throw problem("Input should be a zip file that this service has exported", type: "zip")
        }
        return files
    }

    private static func manifest(_ files: [String: [UInt8]]) throws -> ExportManifest {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let bytes = files[ExportManifest.file], let manifest = try? decoder.decode(ExportManifest.self, from: Data(bytes)),
            manifest.format == ExportManifest.format, manifest.version == 1
        else { throw problem("\(ExportManifest.file) is missing in the zip file, or is not that of an export", type: "manifest") }
        // A small zip file that names one of its files ten thousand times would be stored as often.
        let names = manifest.projects.flatMap(\.diagrams).map(\.file)
        guard Set(names).count == names.count, manifest.projects.count <= names.count + 1000 else {
            throw problem("\(ExportManifest.file) names a file twice, or too many projects", type: "manifest")
        }
        return manifest
    }

    private static func checked(_ project: ExportManifest.Project) throws -> ProjectCreate {
        do {
            return ProjectCreate(name: try TextRules.projectName(project.name), description: try TextRules.description(project.description))
        } catch {
            throw problem("Project “\(project.name.prefix(80))”: \(error.message)", type: error.type)
        }
    }

    /// - Returns: `nil` without its file: it was removed while the export was made.
    private static func checked(_ diagram: ExportManifest.Diagram, _ files: [String: [UInt8]]) throws -> DiagramCreate? {
        guard let source = files[diagram.file] else { return nil }
        do throws(FieldProblem) {
            guard DiagramKind(rawValue: diagram.kind) != nil else { throw FieldProblem("kind is not known here") }
            guard let text = String(validating: source, as: UTF8.self) else { throw FieldProblem("the source is no text") }
            let positions = files["\(diagram.file).json"].map { (try? JSONDecoder().decode(DiagramLayout.self, from: Data($0)))?.json }
            guard let layout = positions ?? "{}" else { throw FieldProblem("the positions can't be read") }
            return DiagramCreate(
                kind: diagram.kind, name: try TextRules.diagramName(diagram.name), source: try TextRules.storedSource(text), layout: layout)
        } catch {
            throw problem("Diagram “\(diagram.name.prefix(80))”: \(error.message)", type: error.type)
        }
    }

    private static func problem(_ message: String, type: String) -> DomainError {
        .validation([FieldError(location: ["body"], message: message, type: type)])
    }
}
