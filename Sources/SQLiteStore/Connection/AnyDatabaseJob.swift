import GRDB

/// A ``DatabaseJob`` of any result. Exactly one of `finish` and `fail` is called, once.
protocol AnyDatabaseJob: AnyObject {
    func run(in database: Database)
    func finish()
    func fail(_ error: any Error)
}
