import Domain
import Foundation
import Glibc
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
    static func make() async throws -> TemporaryFile {
        try await NIOThreadPool.singleton.runIfActive { try TemporaryFile() }
    }

    private init() throws {
        var name = Array(FileManager.default.temporaryDirectory.appending(path: "zenuml-XXXXXX").path.utf8CString)
        // From the beginning nobody else may open it, and soon it has no name.
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw DomainError.noTemporaryFile }
        unlink(&name)
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        path = "/proc/self/fd/\(descriptor)"
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
}

extension DomainError {
    static let noTemporaryFile = Self.overloaded("There is no room for a temporary file; please try again later")
}
