import Domain
import GRDB

/// SQL text with its arguments. Compiled statements are kept by the connection and used again.
struct Statement: Sendable {
    let sql: String
    let arguments: StatementArguments

    init(_ sql: String, _ arguments: StatementArguments = []) {
        self.sql = sql
        self.arguments = arguments
    }

    /// - Returns: The number of rows changed.
    func run(in database: Database) throws -> Int {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
        return database.changesCount
    }

    /// Runs an insertion.
    /// - Throws: ``DuplicateKeyError`` when a row with the same key is there, by the first of `keys` whose columns SQLite names.
    func insert(in database: Database, keys: [(columns: String, key: DuplicateKeyError.Key)]) throws {
        _ = try namingDuplicate(of: keys) { try run(in: database) }
    }

    /// - Throws: ``DuplicateKeyError`` when a row with the same key is there, by the first of `keys` whose columns SQLite names.
    func namingDuplicate<Value>(of keys: [(columns: String, key: DuplicateKeyError.Key)], _ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            let message = error.message ?? ""
            guard let duplicate = keys.first(where: { message.contains($0.columns) }) else { throw error }
            throw DuplicateKeyError(key: duplicate.key)
        }
    }

    func fetchAll<Value>(in database: Database, _ decode: (Row) throws -> Value) throws -> [Value] {
        let rows = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments)
        var values: [Value] = []
        while let row = try rows.next() {
            values.append(try decode(row))
        }
        return values
    }

    func fetchOne<Value>(in database: Database, _ decode: (Row) throws -> Value) throws -> Value? {
        try fetchAll(in: database, decode).first
    }
}
