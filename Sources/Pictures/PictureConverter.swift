import Subprocess
public import UML

/// Turns the engine's SVG into PNG and PDF by librsvg, in a process of its own: what goes wrong there ends there, and takes no memory here.
public struct PictureConverter: Sendable {
    public static let mostPixels = 50_000_000
    public static let largestScale = 10.0
    static let mostBytes = 64 << 20

    let timeout: Duration

    public init(timeout: Duration = .seconds(10)) { self.timeout = timeout }

    /// - Parameters:
    ///   - svg: UTF-8, as ``SVGWriter`` writes it.
    ///   - scale: Pixels of a PNG for one of the SVG; without effect on PDF.
    /// - Throws: ``PictureError``.
    public func convert(_ svg: [UInt8], of scene: Scene, to format: PictureFormat, scale: Double = 1) async throws -> [UInt8] {
        guard format != .svg else { return svg }
        let width = scene.width * scale
        let height = scene.height * scale
        if format == .png, width * height > Double(Self.mostPixels) || max(width, height) > 32_767 {
            throw PictureError.tooLarge(width: Int(width.rounded()), height: Int(height.rounded()))
        }
        let arguments = ["--format", format.rawValue] + (format == .png ? ["--zoom", "\(scale)"] : []) + ["--unlimited"]
        return try await withTimeout { try await Self.run(arguments, svg) }
    }

    private static func run(_ arguments: [String], _ svg: [UInt8]) async throws -> [UInt8] {
        let result: ExecutionResult<Void, BytesOutput, DiscardedOutput>
        do {
            result = try await Subprocess.run(
                .name("rsvg-convert"), arguments: Arguments(arguments), input: .array(svg), output: .bytes(limit: mostBytes))
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw PictureError.converterMissing
        } catch is SubprocessError {
            throw PictureError.converterFailed
        }
        guard result.terminationStatus.isSuccess else { throw PictureError.converterFailed }
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
