/// Waits for what can be observed, with a deadline.
enum Waiting {
    struct TimeOver: Error {
        let what: String
    }

    /// - Parameters:
    ///   - what: For the report of a failure.
    ///   - limit: Long, as other tests keep the processors busy for most of a minute.
    /// - Throws: ``TimeOver`` when it has not come to hold; what `condition` throws.
    static func until(_ what: String, within limit: Duration = .seconds(120), _ condition: () async throws -> Bool) async throws {
        let end = ContinuousClock.now + limit
        while try await !condition() {
            guard ContinuousClock.now < end else { throw TimeOver(what: what) }
            try await Task.sleep(for: .milliseconds(2))
        }
    }
}
