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
    let emails: EmailService
    let secondFactors: SecondFactorService
    let confirmations: ConfirmationService
    let sharing: SharingService
    let links: LinkService
    let handOvers: HandOverService
    let versions: VersionService
    let worker: JobWorker
    let housekeeping: HousekeepingSchedule
    let metrics: PrometheusMetrics
    let clock: WallClock
    let random: RandomSource

    var statusRepository: any StatusCheckRepository { store.statusChecks }

    /// The person whose access token the request brings (RFC 6750 §2.1).
    /// - Throws: ``DomainError/unauthenticated`` without one, ``DomainError/token(_:)`` without a good one, ``DomainError/rateLimited(_:)`` when the
    ///   person asks too often, ``DomainError/secondFactorMissing``.
    func currentUser(of request: Request, _ context: AppRequestContext) async throws -> CurrentUser {
        guard let token = BearerToken.read(from: request.headers) else {
            throw DomainError.unauthenticated
        }
        let current = try await authService.verifyToken(token)
        context.annotations.userID = current.user.id
        try await rateLimiting.take(.default, .account(current.user.id))
        if secondFactors.isRequired, !Self.isOpenWithoutSecondFactor(context.route.template) { try await requireSecondFactor(of: current) }
        return current
    }

    /// What is needed to set one up, an address that can be verified among it; and leaving.
    private static func isOpenWithoutSecondFactor(_ route: String) -> Bool {
        route.hasPrefix("/api/auth/") || ["/api/account", "/api/account/email", "/api/account/shared", "/api/projects/{id}/owner"].contains(route)
    }

    /// - Throws: ``DomainError/secondFactorMissing``.
    private func requireSecondFactor(of current: CurrentUser) async throws {
        if current.user.hasSecondFactor { return }
        // It may have been turned on a moment ago, on another server.
        guard try await store.users.find(id: current.user.id)?.hasSecondFactor == true else { throw DomainError.secondFactorMissing }
    }

    /// A person, as that person may see it.
    func response(of user: User) -> Response {
        .json(UserResponse(user: user, isSecondFactorRequired: secondFactors.isRequired))
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
