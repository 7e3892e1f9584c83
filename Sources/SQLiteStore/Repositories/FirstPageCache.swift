import Domain
import GRDB
import Synchronization

/// The first page of status checks, kept until the database changes.
///
/// SQLite itself says whether it has: `PRAGMA data_version` counts the commits of all other connections, and the reading connection
/// makes none. So the page is never out of date, whoever writes.
final class FirstPageCache: Sendable {
    private struct Page {
        let version: Int64
        let limit: Int
        let rows: [StatusCheck]
    }

    private let page = Mutex<Page?>(nil)

    /// - Parameters:
    ///   - database: The reading connection, always the same.
    ///   - fetch: Reads the page from the database.
    func rows(limit: Int, in database: Database, fetch: () throws -> [StatusCheck]) throws -> [StatusCheck] {
        // Read before the rows: a commit in between makes the page look older than it is, and it is read once more.
        let version = try Statement("PRAGMA data_version").fetchOne(in: database) { $0[0] as Int64 } ?? 0
        if let page = page.withLock({ $0 }), page.version == version, page.limit == limit { return page.rows }
        let read = Page(version: version, limit: limit, rows: try fetch())
        page.withLock { $0 = read }
        return read.rows
    }
}
