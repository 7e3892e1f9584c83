import Domain
import Foundation
import Hummingbird
import NIOCore
import NIOPosix

/// A file that nobody else sees, and that is gone when it is let go of, or the process ends, however that ends.
///
/// `@unchecked Sendable`: one read or write follows the other.
final class TemporaryFile: @unchecked Sendable {
    private static let chunk = 256 << 10

    /// By which this process, but no other, can open it.
    let path: String
    private let handle: FileHandle

    /// - Throws: ``DomainError/overloaded(_:)`` where there is no room.
    init() throws {
        let name = FileManager.default.temporaryDirectory.appending(path: "zenuml-\(UUID().uuidString)")
        let isMade = FileManager.default.createFile(atPath: name.path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard isMade, let handle = FileHandle(forUpdatingAtPath: name.path) else {
            throw DomainError.overloaded("There is no room for a temporary file; please try again later")
        }
        // It has no name from now on.
        try FileManager.default.removeItem(at: name)
        self.handle = handle
        path = "/proc/self/fd/\(handle.fileDescriptor)"
    }

    func append(_ bytes: ByteBuffer) async throws {
        try await onThread { try self.handle.write(contentsOf: bytes.readableBytesView) }
    }

    func contents() async throws -> [UInt8] {
        try await onThread {
            try self.handle.seek(toOffset: 0)
            return Array(try self.handle.readToEnd() ?? Data())
        }
    }

    /// The file as the body of an answer.
    func body() async throws -> ResponseBody {
        let length = try await onThread { () -> Int in
            let length = Int(try self.handle.seekToEnd())
            try self.handle.seek(toOffset: 0)
            return length
        }
        return ResponseBody(contentLength: length) { [self] writer in
            while true {
                let bytes = try await onThread { try self.handle.read(upToCount: Self.chunk) ?? Data() }
                if bytes.isEmpty { break }
                try await writer.write(ByteBuffer(bytes: bytes))
            }
            try await writer.finish(nil)
        }
    }

    /// Reading and writing block.
    private func onThread<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await NIOThreadPool.singleton.runIfActive(work)
    }

    deinit { try? handle.close() }
}
