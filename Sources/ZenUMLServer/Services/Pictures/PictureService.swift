import Domain
import NIOPosix
import Pictures
import UML

/// Reads and draws diagrams on threads of its own: a large one takes as long as thousands of other requests.
final class PictureService: Sendable {
    /// In bytes.
    static let largestSource = 1 << 20

    private let threads = NIOThreadPool(numberOfThreads: 2)
    private let admissions = AdmissionLimit(32, refusal: "Too many diagrams are being drawn at this moment")
    private let converter = PictureConverter()
    /// A PNG of the largest size takes 200 MB while it is made.
    private let conversions = Turnstile(places: 2)

    init() { threads.start() }

    /// - Throws: ``DomainError/validation(_:)`` with every error of the source, ``DomainError/overloaded(_:)``,
    ///   ``DomainError/notConfigured(_:)`` where PNG and PDF can't be made.
    func render(_ request: RenderRequest) async throws -> Picture {
        try await admissions.admit {
            let (scene, svg) = try await self.threads.runIfActive {
                let document = Document.parse(request.source, kind: request.kind)
                try Self.refuse(document)
                let scene = document.scene()
                return (scene, SVGWriter.write(scene, theme: request.theme))
            }
            return try await self.convert(scene, svg, to: request.format, scale: request.scale)
        }
    }

    /// A stored diagram: what is wrong with its source is left out of the picture, which is drawn all the same.
    /// - Throws: As ``render(_:)``, but for the errors of the source.
    func draw(_ diagram: Domain.Diagram, as format: PictureFormat, _ style: PictureStyle) async throws -> Picture {
        try await admissions.admit {
            let (scene, svg) = try await self.threads.runIfActive {
                let scene = Document.parse(diagram.source, kind: DiagramKind(rawValue: diagram.kind) ?? .sequence).scene()
                return (scene, SVGWriter.write(scene, theme: style.theme))
            }
            return try await self.convert(scene, svg, to: format, scale: style.scale)
        }
    }

    /// - Returns: The diagnostics as a JSON array.
    func check(_ request: CheckRequest) async throws -> [UInt8] {
        try await admissions.admit {
            try await self.threads.runIfActive { DiagnosticsJSON.write(Document.parse(request.source, kind: request.kind)) }
        }
    }

    func close() async throws {
        try await threads.shutdownGracefully()
    }

    private func convert(_ scene: Scene, _ svg: [UInt8], to format: PictureFormat, scale: Double) async throws -> Picture {
        guard format != .svg else { return Picture(bytes: svg, format: .svg) }
        do {
            let bytes = try await conversions.pass { try await self.converter.convert(svg, of: scene, to: format, scale: scale) }
            return Picture(bytes: bytes, format: format)
        } catch let error as PictureError {
            throw Self.domainError(error)
        }
    }

    private static func refuse(_ document: Document) throws {
        guard document.hasErrors else { return }
        let lines = LineIndex(document.source)
        throw DomainError.validation(
            document.diagnostics.filter { $0.severity == .error }.map { diagnostic in
                let position = lines.position(of: diagnostic.range.start)
                return FieldError(
                    location: ["body", "source", "line \(position.line)", "column \(position.column)"],
                    message: [diagnostic.message, diagnostic.hint].compactMap { $0 }.joined(separator: " "), type: diagnostic.code)
            })
    }

    private static func domainError(_ error: PictureError) -> any Error {
        switch error {
        case .tooLarge: DomainError.validation([FieldError(location: ["body", "scale"], message: "\(error)", type: "too_large")])
        case .converterMissing: DomainError.notConfigured("\(error)")
        case .timedOut: DomainError.overloaded("\(error)")
        case .converterFailed: error
        }
    }
}
