import Domain
import Metrics
import NIOPosix
import Pictures
import UML

/// Reads and draws diagrams on threads of its own: a large one takes as long as thousands of other requests.
///
/// What is small and what is large wait at different turnstiles, and at each the clients take turns.
final class PictureService: Sendable {
    typealias Client = FairTurnstile.Client

    /// Of an SVG, in bytes: some 20,000 messages.
    static let largestPicture = 32 << 20
    /// In bytes: what is longer is large. It takes some milliseconds.
    private static let smallSource = 32 << 10
    private static let smallPicture = 512 << 10
    /// Pixels of a PNG.
    private static let smallArea = 4_000_000.0

    /// In bytes: the SVG of what is shorter is drawn sooner than it is found.
    private static let leastKept = 20_000

    private static let refusal = "Too many diagrams are being drawn at this moment"

    private let threads = NIOThreadPool(numberOfThreads: 3)
    private let smallDrawings = FairTurnstile(.init(places: 2, waiting: 256, waitingPerClient: 32, longestWait: .seconds(10)), refusal: refusal)
    private let largeDrawings = FairTurnstile(.init(places: 1, waiting: 32, waitingPerClient: 8, longestWait: .seconds(10)), refusal: refusal)
    private let converter = PictureConverter()
    private let smallConversions = FairTurnstile(.init(places: 2, waiting: 64, waitingPerClient: 16), refusal: refusal)
    /// A PNG of the largest size takes 200 MB while it is made.
    private let largeConversions = FairTurnstile(.init(places: 1, waiting: 4, waitingPerClient: 2), refusal: refusal)

    private let cache: PictureCache

    init(metrics: any MetricsFactory) {
        cache = PictureCache(metrics: metrics)
        threads.start()
    }

    /// - Throws: ``DomainError/validation(_:)`` with every error of the source, ``DomainError/overloaded(_:)``,
    ///   ``DomainError/notConfigured(_:)`` where PNG and PDF can't be made.
    func render(_ request: RenderRequest, for client: Client) async throws -> Picture {
        let drawing = Drawing(source: request.source, kind: request.kind, places: request.places, theme: request.theme)
        let (scene, svg) = try await draw(drawing, for: client, checking: Self.refuse)
        return try await convert(scene, svg, to: request.format, scale: request.scale, for: client)
    }

    /// A stored diagram: what is wrong with its source is left out of the picture, which is drawn all the same.
    /// - Parameter admit: Called before it is drawn, and not where it was drawn before.
    /// - Throws: As ``render(_:for:)``, but for the errors of the source; what `admit` throws.
    func draw(
        _ diagram: Domain.Diagram, as format: PictureFormat, _ style: PictureStyle, for client: Client,
        admit: () async throws -> Void = {}
    ) async throws -> Picture {
        guard format != .svg || diagram.source.utf8.count >= Self.leastKept else { return try await drawAnew(diagram, format, style, client) }
        return try await cache.picture(PictureName(diagram, format, style), admit: admit) {
            try await self.drawAnew(diagram, format, style, client)
        }
    }

    private func drawAnew(
        _ diagram: Domain.Diagram, _ format: PictureFormat, _ style: PictureStyle, _ client: Client
    ) async throws -> Picture {
        guard let kind = DiagramKind(rawValue: diagram.kind) else { throw DomainError.unknownKind(diagram.kind) }
        let drawing = Drawing(
            source: diagram.source, kind: kind, places: try DiagramLayout(json: Array(diagram.layout.utf8)).places, theme: style.theme)
        let (scene, svg) = try await draw(drawing, for: client) { _ in }
        return try await convert(scene, svg, to: format, scale: style.scale, for: client)
    }

    /// - Returns: The diagnostics as a JSON array.
    func check(_ request: CheckRequest, for client: Client) async throws -> [UInt8] {
        try await onThread(request.source, client) { cancellation in
            let document = Document.parse(request.source, kind: request.kind)
            try cancellation.check()
            return DiagnosticsJSON.write(document.diagnostics, in: document.source)
        }
    }

    /// Two revisions of a stored diagram, with what differs in its colour.
    /// - Throws: ``DomainError/overloaded(_:)``, ``DomainError/validation(_:)`` where the pictures are too large.
    func compare(_ earlier: Domain.Diagram, _ later: Domain.Diagram, theme: Theme, for client: Client) async throws -> ComparisonResponse {
        guard let kind = DiagramKind(rawValue: later.kind) else { throw DomainError.unknownKind(later.kind) }
        let revisions = [earlier, later].map(\.revision)
        let places = try [earlier, later].map { try DiagramLayout(json: Array($0.layout.utf8)).places }
        return try await onThread(earlier.source.utf8.count < later.source.utf8.count ? later.source : earlier.source, client) { cancellation in
            let documents = [earlier, later].map { Document.parse($0.source, kind: kind) }
            try cancellation.check()
            // Where nothing is known of the later one, it stays as it was.
            let later = places[1].isEmpty ? nil : places[1]
            let comparison = DiagramComparison(documents[0], documents[1], earlierPlaces: places[0], laterPlaces: later)
            try cancellation.check()
            let (before, after) = (SVGWriter.write(comparison.before, theme: theme), SVGWriter.write(comparison.after, theme: theme))
            guard before.count + after.count <= Self.largestPicture else { throw DomainError.pictureTooLarge }
            return ComparisonResponse(
                from: revisions[0], to: revisions[1],
                changes: String(decoding: ComparisonJSON.changes(comparison, documents[0].source, documents[1].source), as: UTF8.self),
                before: String(decoding: before, as: UTF8.self), after: String(decoding: after, as: UTF8.self))
        }
    }

    private struct Drawing {
        let source: String
        let kind: DiagramKind
        let places: ElementPlaces
        let theme: Theme
    }

    private func draw(
        _ drawing: Drawing, for client: Client, checking check: @escaping @Sendable (Document) throws -> Void
    ) async throws -> (Scene, [UInt8]) {
        try await onThread(drawing.source, client) { cancellation in
            let document = Document.parse(drawing.source, kind: drawing.kind)
            try check(document)
            try cancellation.check()
            let scene = document.scene(drawing.places)
            try cancellation.check()
            let svg = SVGWriter.write(scene, theme: drawing.theme)
            guard svg.count <= Self.largestPicture else { throw DomainError.pictureTooLarge }
            return (scene, svg)
        }
    }

    private func onThread<Result: Sendable>(
        _ source: String, _ client: Client, _ work: @escaping @Sendable (Cancellation) throws -> Result
    ) async throws -> Result {
        let turnstile = source.utf8.count <= Self.smallSource ? smallDrawings : largeDrawings
        return try await turnstile.pass(client) {
            let cancellation = Cancellation()
            return try await withTaskCancellationHandler {
                try await self.threads.runIfActive {
                    try cancellation.check()
                    return try work(cancellation)
                }
            } onCancel: {
                cancellation.cancel()
            }
        }
    }

    func close() async throws {
        try await threads.shutdownGracefully()
    }

    private func convert(
        _ scene: Scene, _ svg: [UInt8], to format: PictureFormat, scale: Double, for client: Client
    ) async throws -> Picture {
        guard format != .svg else { return Picture(bytes: svg, format: .svg) }
        let isSmall = svg.count <= Self.smallPicture && (format != .png || scene.width * scale * scene.height * scale <= Self.smallArea)
        let turnstile = isSmall ? smallConversions : largeConversions
        do {
            // Before it waits for its turn.
            try PictureConverter.check(scene, format, scale: scale)
            let bytes = try await turnstile.pass(client) { try await self.converter.convert(svg, of: scene, to: format, scale: scale) }
            return Picture(bytes: bytes, format: format)
        } catch let error as PictureError {
            throw Self.domainError(error)
        }
    }

    @Sendable private static func refuse(_ document: Document) throws {
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
