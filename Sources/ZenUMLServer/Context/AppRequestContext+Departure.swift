import Domain
import NIOCore

extension AppRequestContext {
    /// Does what takes long, and gives it up when the client goes away or the server stops.
    /// - Throws: ``DomainError/overloaded(_:)`` when it was given up; what `work` throws.
    func whileClientWaits<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
        let task = Task { try await work() }
        let departure = channel.pipeline.handler(type: ClientDepartureHandler.self)
        let watch = departure.map { handler in NIOLoopBound((handler: handler, number: handler.watch { task.cancel() }), eventLoop: channel.eventLoop)
        }
        defer { watch.whenSuccess { $0.value.handler.endWatch($0.value.number) } }
        do {
            return try await withTaskCancellationHandler {
                try await task.value
            } onCancel: {
                task.cancel()
            }
        } catch is CancellationError {
            throw DomainError.overloaded("The work was given up, as the server stops or nobody waited for its result")
        }
    }

    /// Whose requests share what is scarce.
    var client: RateLimitKey.Subject {
        if let userID = annotations.userID { return .account(userID) }
        return clientAddress.map { .address($0.network) } ?? .account("")
    }
}
