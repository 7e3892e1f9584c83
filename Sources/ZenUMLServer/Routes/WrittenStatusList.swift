import Domain
import NIOCore
import Synchronization

/// The list that was written last, as JSON. A repository that keeps a page gives the very same array again until something changes, and
/// writing it takes longer than all else that a request for it needs.
final class WrittenStatusList: Sendable {
    private struct Written {
        let rows: [StatusCheck]
        let count: Int
        let json: ByteBuffer
    }

    private let last = Mutex<Written?>(nil)

    /// - Parameter count: How many of the rows to write.
    func json(of rows: [StatusCheck], count: Int) -> ByteBuffer {
        if let last = last.withLock({ $0 }), last.count == count, last.rows.isSameArray(as: rows) { return last.json }
        var json = JSONWriter()
        json.array(Array(rows.prefix(count)))
        let written = Written(rows: rows, count: count, json: json.buffer)
        last.withLock { $0 = written }
        return written.json
    }
}

extension Array {
    /// Whether both are one array in memory. While both are held, nothing else can be where they are.
    fileprivate func isSameArray(as other: [Element]) -> Bool {
        count == other.count && withUnsafeBufferPointer { first in other.withUnsafeBufferPointer { first.baseAddress == $0.baseAddress } }
    }
}
