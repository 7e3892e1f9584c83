import Domain

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
    private let passwords: PasswordRoutes
    private let emails: EmailRoutes
    private let confirmations: ConfirmationRoutes
    private let secondFactors: SecondFactorRoutes
    private let sharing: SharingRoutes
    private let links: LinkRoutes
    private let handOvers: HandOverRoutes
    private let versions: VersionRoutes
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
        passwords = PasswordRoutes(dependencies: dependencies)
        emails = EmailRoutes(dependencies: dependencies)
        confirmations = ConfirmationRoutes(dependencies: dependencies)
        secondFactors = SecondFactorRoutes(dependencies: dependencies)
        sharing = SharingRoutes(dependencies: dependencies)
        links = LinkRoutes(dependencies: dependencies)
        handOvers = HandOverRoutes(dependencies: dependencies)
        versions = VersionRoutes(dependencies: dependencies)
        webClient = WebClientRoutes(folder: dependencies.settings.webAssets)
        documentation = DocumentationRoutes(folder: dependencies.settings.apiDocsAssets)
        metrics = MetricsRoutes(
            token: dependencies.settings.metricsToken,
            trustedProxies: dependencies.settings.trustedProxies,
            metrics: dependencies.metrics,
            figures: OperatingFigures(jobs: dependencies.store.jobs, clock: dependencies.clock)
        )
    }

    var table: RouteTable {
        var routes = RouteTable()
        health.add(to: &routes)
        root.add(to: &routes)
        google.add(to: &routes)
        accounts.add(to: &routes)
        sessions.add(to: &routes)
        status.add(to: &routes)
        pictures.add(to: &routes)
        projects.add(to: &routes)
        diagrams.add(to: &routes)
        diagramLists.add(to: &routes)
        diagramPictures.add(to: &routes)
        account.add(to: &routes)
        passwords.add(to: &routes)
        emails.add(to: &routes)
        confirmations.add(to: &routes)
        secondFactors.add(to: &routes)
        sharing.add(to: &routes)
        links.add(to: &routes)
        handOvers.add(to: &routes)
        versions.add(to: &routes)
        webClient.add(to: &routes)
        documentation.add(to: &routes)
        metrics.add(to: &routes)
        return routes
    }
}
