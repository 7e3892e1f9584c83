public import Domain
import Foundation
import GRDB

extension SQLiteStore {
    private static let tables = StoredRecord.Collection.allCases.map(\.rawValue)

    /// Looks at a database file without changing it.
    /// - Throws: ``StoreUnavailableError`` when there is no such file, or it is no database.
    public static func inspect(path: String) async throws -> StoreInspection {
        try await reading(path) { try inspect($0, path: path) }
    }

    /// Does something with a database file that doesn't change it, outside of any transaction.
    static func reading<Value: Sendable>(_ path: String, _ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        guard FileManager.default.fileExists(atPath: path) else {
            throw StoreUnavailableError(reason: "there is no file \(path)")
        }
        let thread: SQLiteThread
        do {
            thread = SQLiteThread(
                name: "sqlite-inspection",
                mode: .read,
                connection: try DatabaseConnection(path: path, open: SQLiteDatabase.openReader)
            )
        } catch {
            throw StoreUnavailableError.translating(error)
        }
        let outcome: Result<Value, any Error>
        do {
            outcome = .success(try await thread.perform(body))
        } catch {
            outcome = .failure(error)
        }
        await thread.close()
        return try outcome.get()
    }

    private static func inspect(_ database: Database, path: String) throws -> StoreInspection {
        let applied = try Migrations.all.appliedIdentifiers(database)
        let collections = try tables.map { table in
            let isThere = try database.tableExists(table)
            let count = isThere ? try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0 : 0
            return StoreInspection.Collection(name: table, count: count)
        }
        let version = try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? ""
        return StoreInspection(
            software: "SQLite \(version)",
            topology: "one file, \(path)",
            indexes: Migrations.all.migrations.map { .init(name: "migration \($0)", isInPlace: applied.contains($0)) },
            collections: collections
        )
    }
}
