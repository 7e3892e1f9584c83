import Domain
import Foundation
import NIOPosix
import UML
import ZipArchive

/// Makes new projects and diagrams of an export.
struct AccountImport {
    /// Of what is unpacked. Nobody's diagrams are larger.
    static let limits = ZipReader.Limits(file: 16 << 20, total: 256 << 20, count: 50_000)

    let projects: ProjectService
    let diagrams: DiagramService
    let ownerID: String

    /// - Parameter bytes: A zip file.
    /// - Returns: How many were made.
    /// - Throws: ``DomainError/validation(_:)`` when it is no export; ``DomainError/forbidden(_:)`` at the limit of diagrams;
    ///   ``DomainError/notConfigured(_:)`` without libarchive.
    func read(_ bytes: [UInt8]) async throws -> (projects: Int, diagrams: Int) {
        let files = try await NIOThreadPool.singleton.runIfActive { try Self.files(bytes) }
        let manifest = try Self.manifest(files)
        // Everything is checked before anything is made, and made anew then: all requests at once would take as much memory as the files.
        let count = try await NIOThreadPool.singleton.runIfActive { try Self.check(manifest, files) }
        try await diagrams.requireRoom(for: count, ownerID: ownerID)
        for project in manifest.projects { try await make(project, files) }
        return (manifest.projects.count, count)
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

    private func make(_ project: ExportManifest.Project, _ files: [String: [UInt8]]) async throws {
        let id = try await projects.create(Self.checked(project), key: nil, ownerID: ownerID).project.id
        for diagram in project.diagrams {
            guard let request = try Self.checked(diagram, files) else { continue }
            let made = try await diagrams.create(request, in: id, key: nil, ownerID: ownerID)
            if diagram.deleted { try await diagrams.delete(made.id, permanently: false, ownerID: ownerID) }
        }
        if project.archived { _ = try await projects.update(id, ProjectUpdate(isArchived: true), ownerID: ownerID) }
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
