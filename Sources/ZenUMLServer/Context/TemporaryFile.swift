import Foundation
import Hummingbird
import NIOCore
import NIOPosix

/// A file that is sent once, and gone then.
enum TemporaryFile {
    private static let chunk = 256 << 10

    /// - Parameter path: Of the file, which leaves its folder at once: open, it lasts until it is sent, however that ends.
    static func body(path: String) throws -> ResponseBody {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        try FileManager.default.removeItem(atPath: path)
        let length = Int(try file.seekToEnd())
        try file.seek(toOffset: 0)
        let owned = UncheckedFile(handle: file)
        return ResponseBody(contentLength: length) { writer in
            while true {
                let bytes = try await NIOThreadPool.singleton.runIfActive { try owned.handle.read(upToCount: chunk) ?? Data() }
                if bytes.isEmpty { break }
                try await writer.write(ByteBuffer(bytes: bytes))
            }
            try await writer.finish(nil)
        }
    }

    /// `@unchecked Sendable`: one read follows the other.
    private struct UncheckedFile: @unchecked Sendable {
        let handle: FileHandle
    }
}
