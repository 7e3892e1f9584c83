import Crypto
import Domain
import Foundation
import Pictures
import UML
import ZipArchive

/// What the zip file of an export holds. Everything is checked before anything is made, and made anew then: all at once would take as much
/// memory as the files.
struct ExportContents {
    /// Of what is unpacked. Nobody's diagrams are larger.
    static let limits = ZipReader.Limits(file: 16 << 20, total: 256 << 20, count: 50_000)

    let projects: [ExportManifest.Project]
    /// The diagrams that can be made.
    let usage: StorageUsage
    /// Tells it from another.
    let digest: String
    private let files: [String: [UInt8]]

    /// Takes long: not for a cooperative thread.
    /// - Throws: ``DomainError/validation(_:)`` when it is no export, or holds what can't be made; ``DomainError/notConfigured(_:)`` without
    ///   libarchive.
    init(_ bytes: [UInt8]) throws {
        let files = try Self.files(bytes)
        let projects = try Self.manifest(files).projects
        var usage = StorageUsage(count: 0, bytes: 0)
        for project in projects {
            _ = try Self.request(project)
            for diagram in project.diagrams {
                _ = try Self.times(diagram)
                guard let content = try Self.request(diagram, files)?.content else { continue }
                usage.count += 1
                usage.bytes += content.bytes
            }
        }
        self.projects = projects
        self.usage = usage
        self.files = files
        digest = SHA256.hash(data: Data(files[ExportManifest.file] ?? [])).hexadecimal + " \(bytes.count)"
    }

    /// - Returns: `nil` without its file: it was removed while the export was made.
    func request(_ diagram: ExportManifest.Diagram) throws -> DiagramCreate? { try Self.request(diagram, files) }

    /// When it was made and last changed.
    static func times(_ diagram: ExportManifest.Diagram) throws -> (created: Date, updated: Date) {
        guard let created = Timestamp.date(diagram.createdAt), let updated = Timestamp.date(diagram.updatedAt) else {
            throw problem(
                "Diagram “\(diagram.name.prefix(80))”: created_at and updated_at should be times like 2026-11-22T21:08:14.250Z", type: "time")
        }
        return (created, updated)
    }

    static func request(_ project: ExportManifest.Project) throws -> ProjectCreate {
        do {
            return ProjectCreate(name: try TextRules.projectName(project.name), description: try TextRules.description(project.description))
        } catch {
            throw problem("Project “\(project.name.prefix(80))”: \(error.message)", type: error.type)
        }
    }

    private static func request(_ diagram: ExportManifest.Diagram, _ files: [String: [UInt8]]) throws -> DiagramCreate? {
        guard let source = files[diagram.file] else { return nil }
        do throws(FieldProblem) {
            guard DiagramKind(rawValue: diagram.kind) != nil else { throw FieldProblem("kind is not known here") }
            guard let text = String(validating: source, as: UTF8.self) else { throw FieldProblem("the source is no text") }
            let positions = files["\(diagram.file).json"].map { (try? DiagramLayout(json: $0))?.json }
            guard let layout = positions ?? "{}" else { throw FieldProblem("the positions can't be read") }
            return DiagramCreate(
                kind: diagram.kind, name: try TextRules.diagramName(diagram.name), source: try TextRules.storedSource(text), layout: layout)
        } catch {
            throw problem("Diagram “\(diagram.name.prefix(80))”: \(error.message)", type: error.type)
        }
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

    private static func problem(_ message: String, type: String) -> DomainError {
        .validation([FieldError(location: ["body"], message: message, type: type)])
    }
}
