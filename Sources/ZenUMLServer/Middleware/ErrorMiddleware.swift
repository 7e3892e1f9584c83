import Domain
import Hummingbird
import Logging

/// Turns every error into an answer. What nobody foresaw becomes a 500 that tells the request's id and nothing else.
struct ErrorMiddleware: Middleware {
    let logger: Logger

    func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as DomainError {
            return ErrorResponse.make(error)
        } catch let error as StoreUnavailableError {
            log("The store is unavailable", error, context)
            return ErrorResponse.storeUnavailable
        } catch let error as any HTTPResponseError {
            return ErrorResponse.make(error)
        } catch {
            log("Unforeseen error", error, context)
            return ErrorResponse.unforeseen(requestID: context.requestID)
        }
    }

    private func log(_ message: Logger.Message, _ error: any Error, _ context: AppRequestContext) {
        logger.error(
            message,
            metadata: [
                "request_id": .string(context.requestID),
                "route": .string(context.route.template),
                "reason": .string("\(error)"),
            ]
        )
    }
}
