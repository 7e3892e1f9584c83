import Domain
import HTTPTypes
import Hummingbird
import Metrics

/// What a request's handler gets.
struct Dependencies: Sendable {
    let settings: Settings
    let store: any Store
    let authService: AuthService
    let rateLimiting: RateLimiting
    let readiness: ReadinessService
    let unsentAnswers = UnsentAnswers()
    let pictures: PictureService
    let projects: ProjectService
    let diagrams: DiagramService
    let accounts: AccountService
    let sharing: SharingService
    let links: LinkService
    let versions: VersionService
    let worker: JobWorker
    let metrics: PrometheusMetrics
    let clock: WallClock
    let random: RandomSource

    var statusRepository: any StatusCheckRepository { store.statusChecks }

    /// The person whose access token the request brings (RFC 6750 §2.1).
    /// - Throws: ``DomainError/unauthenticated`` without one, ``DomainError/token(_:)`` without a good one, ``DomainError/rateLimited(_:)`` when the person asks too often.
    func currentUser(of request: Request, _ context: AppRequestContext) async throws -> CurrentUser {
        guard let token = BearerToken.read(from: request.headers) else {
            throw DomainError.unauthenticated
        }
        let current = try await authService.verifyToken(token)
        context.annotations.userID = current.user.id
        try await rateLimiting.take(.default, .account(current.user.id))
        return current
    }

    func caller(of request: Request, _ context: AppRequestContext) -> Caller {
        Caller(
            client: ClientDescription(
                userAgent: request.headers[.userAgent] ?? "",
                ip: context.clientAddress?.description ?? ""
            ),
            requestID: context.requestID
        )
    }
}
