import GRDB

/// A ``SQLiteThreadJob`` of any result. Exactly one of `finish` and `fail` is called, once.
protocol AnySQLiteThreadJob: AnyObject {
    /// - Returns: The error of the work, if it failed.
    func run(in database: Database) -> (any Error)?
    func finish()
    func fail(_ error: any Error)
}
