import Domain

/// Does the jobs of one kind. It may be called more than once for the same job, also by two servers at a time.
protocol JobHandler: Sendable {
    /// - Throws: ``JobRefusal`` when another attempt makes no sense; anything else when it may.
    func perform(_ job: Job) async throws
}
