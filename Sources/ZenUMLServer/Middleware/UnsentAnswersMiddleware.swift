import Domain
import Hummingbird

/// Counts large answers for as long as they take memory, and refuses those for which there is none.
struct UnsentAnswersMiddleware: Middleware {
    /// In bytes; what is smaller fits into the buffers of a connection.
    static let smallest = 64 << 10

    let answers: UnsentAnswers

    func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard let length = response.body.contentLength, length > Self.smallest, !context.route.hasSharedAnswers else { return response }
        // What has changed something is answered: its client would take it for undone.
        let reservation =
            context.route.changesNothing
            ? try answers.reserve(length, for: context.client) : answers.count(length, for: context.client)
        let (body, channel) = (response.body, context.channel)
        response.body = ResponseBody(contentLength: length) { writer in
            try await channel.pipeline.handler(type: AnswerHoldHandler.self).map { $0.hold(reservation) }.get()
            try await body.write(writer)
        }
        return response
    }
}
