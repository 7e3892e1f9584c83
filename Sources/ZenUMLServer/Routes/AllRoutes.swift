import Hummingbird

/// Every route of the server.
struct AllRoutes {
    private let health: HealthRoutes
    private let root = RootRoutes()
    private let google: GoogleAuthRoutes
    private let accounts: LocalAccountRoutes
    private let sessions: SessionRoutes
    private let status: StatusRoutes
    private let pictures: PictureRoutes
    private let projects: ProjectRoutes
    private let diagrams: DiagramRoutes
    private let diagramLists: DiagramListRoutes
    private let diagramPictures: DiagramPictureRoutes
    private let account: AccountRoutes
    let webClient: WebClientRoutes
    private let documentation: DocumentationRoutes
    private let metrics: MetricsRoutes

    init(_ dependencies: Dependencies) {
        health = HealthRoutes(readiness: dependencies.readiness)
        google = GoogleAuthRoutes(dependencies: dependencies)
        accounts = LocalAccountRoutes(dependencies: dependencies)
        sessions = SessionRoutes(dependencies: dependencies)
        status = StatusRoutes(dependencies: dependencies)
        pictures = PictureRoutes(pictures: dependencies.pictures)
        projects = ProjectRoutes(dependencies: dependencies)
        diagrams = DiagramRoutes(dependencies: dependencies)
        diagramLists = DiagramListRoutes(dependencies: dependencies)
        diagramPictures = DiagramPictureRoutes(dependencies: dependencies)
        account = AccountRoutes(dependencies: dependencies)
        webClient = WebClientRoutes(folder: dependencies.settings.webAssets)
        documentation = DocumentationRoutes(folder: dependencies.settings.apiDocsAssets)
        metrics = MetricsRoutes(
            token: dependencies.settings.metricsToken,
            trustedProxies: dependencies.settings.trustedProxies,
            metrics: dependencies.metrics
        )
    }

    /// Path template and method of each.
    var list: [(path: String, method: String)] {
        let router = Router(context: AppRequestContext.self)
        add(to: router)
        return router.routes.map { ($0.path.description, $0.method.rawValue) }
    }

    func add(to router: Router<AppRequestContext>) {
        health.add(to: router)
        root.add(to: router)
        google.add(to: router)
        accounts.add(to: router)
        sessions.add(to: router)
        status.add(to: router)
        pictures.add(to: router)
        projects.add(to: router)
        diagrams.add(to: router)
        diagramLists.add(to: router)
        diagramPictures.add(to: router)
        account.add(to: router)
        webClient.add(to: router)
        documentation.add(to: router)
        metrics.add(to: router)
    }
}
