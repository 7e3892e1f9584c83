import Subprocess
public import UML

/// Turns the engine's SVG into PNG and PDF by librsvg, in a process of its own: what goes wrong there ends there, and takes no memory here.
public struct PictureConverter: Sendable {
    public static let mostPixels = 50_000_000
    public static let largestScale = 10.0
    static let mostBytes = 64 << 20

    let timeout: Duration

    public init(timeout: Duration = .seconds(10)) { self.timeout = timeout }

    /// - Throws: ``PictureError/tooLarge(width:height:)``.
    public static func check(_ scene: Scene, _ format: PictureFormat, scale: Double) throws {
        let width = scene.width * scale
        let height = scene.height * scale
        if format == .png, width * height > Double(mostPixels) || max(width, height) > 32_767 {
            throw PictureError.tooLarge(width: Int(width.rounded()), height: Int(height.rounded()))
        }
    }

    /// - Parameters:
    ///   - svg: UTF-8, as ``SVGWriter`` writes it.
    ///   - scale: Pixels of a PNG for one of the SVG; without effect on PDF.
    /// - Throws: ``PictureError``.
    public func convert(_ svg: [UInt8], of scene: Scene, to format: PictureFormat, scale: Double = 1) async throws -> [UInt8] {
        guard format != .svg else { return svg }
        try Self.check(scene, format, scale: scale)
        let zoom = format == .png ? scale : 1
        let svg = JoinedSigns.separated(in: svg)
        return try await withTimeout {
            // Into a PNG librsvg draws letters as outlines, which an emoji has none of; into a PDF it puts them as they are.
            if format == .png, scene.hasEmoji, let bytes = try await Self.drawnInColors(svg, zoom) { return bytes }
            return try await Self.run("rsvg-convert", Self.arguments(format, zoom), svg)
        }
    }

    private static func arguments(_ format: PictureFormat, _ zoom: Double) -> [String] {
        ["--format", format.rawValue, "--zoom", "\(zoom)", "--unlimited"]
    }

    /// By way of a PDF of twice the size, whose emoji are sharper.
    /// - Returns: `nil` where there is no `pdftocairo`.
    private static func drawnInColors(_ svg: [UInt8], _ zoom: Double) async throws -> [UInt8]? {
        let pdf = try await run("rsvg-convert", arguments(.pdf, 2 * zoom), svg)
        do {
            return try await run("pdftocairo", ["-png", "-singlefile", "-r", "48", "-", "-"], pdf)
        } catch PictureError.converterMissing {
            return nil
        }
    }

    private static func run(_ program: String, _ arguments: [String], _ input: [UInt8]) async throws -> [UInt8] {
        let result: ExecutionResult<Void, BytesOutput, DiscardedOutput>
        do {
            result = try await Subprocess.run(
                .name(program), arguments: Arguments(arguments), input: .array(input), output: .bytes(limit: mostBytes))
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw PictureError.converterMissing
        } catch is SubprocessError {
            try Task.checkCancellation()
            throw PictureError.converterFailed
        }
        guard result.terminationStatus.isSuccess else {
            try Task.checkCancellation()
            throw PictureError.converterFailed
        }
        return result.standardOutput
    }

    /// Cancels the process, which then is killed, when time is up.
    private func withTimeout(_ work: @escaping @Sendable () async throws -> [UInt8]) async throws -> [UInt8] {
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: timeout)
                throw PictureError.timedOut
            }
            defer { group.cancelAll() }
            guard let bytes = try await group.next() else { throw PictureError.converterFailed }
            return bytes
        }
    }
}
