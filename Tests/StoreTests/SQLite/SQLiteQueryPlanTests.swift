import GRDB
import Synchronization
import TestSupport
import Testing

@testable import SQLiteStore

/// Explains every statement that the repositories send: none may look at a whole table, and none may sort.
@Suite("SQLite query plans")
struct SQLiteQueryPlanTests {
    @Test func everyStatementUsesAnIndex() async throws {
        try await TemporaryFolder.withPath(of: "test.sqlite") { path in
            let store = try SQLiteStore(path: path)
            let statements = try await record(store)
            #expect(statements.count >= 15)
            for statement in statements {
                let plan = try await store.database.reader.perform { database in
                    let blanks = StatementArguments(Array(repeating: nil as String?, count: statement.count { $0 == "?" }))
                    return try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + statement, arguments: blanks).map { $0["detail"] as String }
                }
                // A page from the start of a table in the order of its key ends after the page.
                let isPage = statement.contains("LIMIT ?")
                // What the statement itself has found or was given.
                let own = ["SCAN (subquery", "SCAN found", "SCAN shown", "SCAN json_each", "SCAN CONSTANT ROW", "SCAN pings"]
                let scans = plan.filter { step in step.hasPrefix("SCAN") && !own.contains { step.hasPrefix($0) } }
                #expect(scans.isEmpty || isPage, "\(statement): \(plan)")
                // The most relevant first is an order that no index has; nor has one that of the trash, which two things decide over.
                // Those of given ids are brought into order when they are there.
                let isFound = ["AS score", "FROM projects CROSS JOIN diagrams", "WHERE id IN ("].contains { statement.contains($0) }
                #expect(isFound || !plan.contains { $0.contains("TEMP B-TREE FOR ORDER BY") }, "\(statement): \(plan)")
            }
            await store.close()
        }
    }

    /// Calls every method of every repository and returns the SQL that this made.
    private func record(_ store: SQLiteStore) async throws -> Set<String> {
        let log = StatementLog()
        for thread in [store.database.reader, store.database.writer] {
            try await thread.perform { database in
                database.trace(options: .statement) { event in
                    if case .statement(let statement) = event { log.note(statement.sql) }
                }
            }
        }
        try await StoreMethods.callAll(store)
        for thread in [store.database.reader, store.database.writer] {
            try await thread.perform { $0.trace(nil) }
        }
        return log.statements
    }
}

private final class StatementLog: Sendable {
    private let seen = Mutex<Set<String>>([])

    var statements: Set<String> {
        seen.withLock { $0.filter { sql in ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains { sql.hasPrefix($0) } } }
    }

    func note(_ sql: String) {
        _ = seen.withLock { $0.insert(sql) }
    }
}
