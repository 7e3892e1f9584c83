/// Every setting there is: its name, its default and what it is for. Command line, environment, help and README follow this table.
public enum Setting: String, CaseIterable, Sendable {
    case host = "HOST"
    case port = "PORT"
    case databaseURL = "DATABASE_URL"
    case redisURL = "REDIS_URL"
    case environment = "ENVIRONMENT"
    case publicURL = "PUBLIC_URL"
    case logLevel = "LOG_LEVEL"
    case logFormat = "LOG_FORMAT"
    case jwtSecretKey = "JWT_SECRET_KEY"
    case jwtPreviousSecretKeys = "JWT_PREVIOUS_SECRET_KEYS"
    case accessTokenTTL = "ACCESS_TOKEN_TTL"
    case refreshTokenTTL = "REFRESH_TOKEN_TTL"
    case sessionIdleTTL = "SESSION_IDLE_TTL"
    case googleClientID = "GOOGLE_CLIENT_ID"
    case googleClientSecret = "GOOGLE_CLIENT_SECRET"
    case googleRedirectURI = "GOOGLE_REDIRECT_URI"
    case googleIssuer = "GOOGLE_ISSUER"
    case registration = "REGISTRATION"
    case allowedDomains = "ALLOWED_DOMAINS"
    case requireSecondFactor = "REQUIRE_SECOND_FACTOR"
    case smtpURL = "SMTP_URL"
    case mailFrom = "MAIL_FROM"
    case workers = "WORKERS"
    case corsOrigins = "CORS_ORIGINS"
    case trustedProxies = "TRUSTED_PROXIES"
    case metricsToken = "METRICS_TOKEN"
    case rateLimitSignIn = "RATE_LIMIT_SIGN_IN"
    case rateLimitRefresh = "RATE_LIMIT_REFRESH"
    case rateLimitStatus = "RATE_LIMIT_STATUS"
    case rateLimitRender = "RATE_LIMIT_RENDER"
    case rateLimitEmbed = "RATE_LIMIT_EMBED"
    case rateLimitMail = "RATE_LIMIT_MAIL"
    case rateLimitDefault = "RATE_LIMIT_DEFAULT"
    case diagramLimit = "DIAGRAM_LIMIT"
    case storageLimit = "STORAGE_LIMIT"
    case drainDelay = "DRAIN_DELAY"
    case apiDocsAssets = "API_DOCS_ASSETS"
    case webAssets = "WEB_ASSETS"

    /// The name of the environment variable.
    public var name: String { rawValue }

    /// The name of the command-line option: `--database-url`.
    public var option: String { "--" + rawValue.lowercased().replacing("_", with: "-") }

    /// The value in force when nobody sets one, as it would be written; `nil` when there is none.
    public var defaultValue: String? {
        switch self {
        case .host: "127.0.0.1"
        case .port: "8000"
        case .databaseURL: "sqlite:data/zenuml.sqlite"
        case .environment: "development"
        case .logLevel: "info"
        case .accessTokenTTL: "30m"
        case .refreshTokenTTL: "7d"
        case .sessionIdleTTL: "5d"
        case .googleIssuer: "https://accounts.google.com"
        case .registration: "open"
        case .requireSecondFactor: "no"
        case .workers: "2"
        case .rateLimitSignIn: "5/min"
        case .rateLimitRefresh: "30/min"
        case .rateLimitStatus: "100/min"
        case .rateLimitRender: "120/min"
        case .rateLimitEmbed: "300/min"
        case .rateLimitMail: "20/h"
        case .rateLimitDefault: "1000/min"
        case .diagramLimit: "10000"
        case .storageLimit: "1GB"
        case .drainDelay: "0s"
        case .redisURL, .publicURL, .logFormat, .jwtSecretKey, .jwtPreviousSecretKeys, .googleClientID, .googleClientSecret,
            .googleRedirectURI, .allowedDomains, .smtpURL, .mailFrom, .corsOrigins, .trustedProxies, .metricsToken, .apiDocsAssets, .webAssets:
            nil
        }
    }

    /// What the setting does, in a sentence.
    public var summary: String {
        switch self {
        case .host: "Address to listen on; `0.0.0.0` for all."
        case .port: "Port to listen on; `0` picks a free one."
        case .databaseURL: "Where the data is kept: `sqlite:PATH`, `mongodb://HOST/DATABASE` or `mongodb+srv://HOST/DATABASE`."
        case .redisURL:
            "A Redis that several servers share: rate limits hold over all of them, and each knows at once what another has ended. `redis://user:password@host:6379/0`, or `rediss://…` for TLS. Default: none."
        case .environment: "`development` or `production`; production insists on safe settings."
        case .publicURL: "The address that people type, without a path. Default: `http://localhost:PORT`. Required in production."
        case .logLevel: "`trace`, `debug`, `info`, `notice`, `warning`, `error` or `critical`."
        case .logFormat: "`text` or `json` (one object a line). Default: `json` in production, else `text`."
        case .jwtSecretKey:
            "Key that signs the tokens, at least 32 bytes. Default: a random one, kept beside the database file, or in `data`. Required in production."
        case .jwtPreviousSecretKeys: "Former keys, separated by commas: tokens signed with them stay good."
        case .accessTokenTTL: "Life of an access token: a number and `s`, `m`, `h` or `d`."
        case .refreshTokenTTL: "Life of a session, however much it is used."
        case .sessionIdleTTL: "A session that is not used for so long ends."
        case .googleClientID: "OAuth 2.0 client id; switches Google sign-in on."
        case .googleClientSecret: "OAuth 2.0 client secret."
        case .googleRedirectURI: "Where Google sends people back to. Default: `PUBLIC_URL/auth/callback`."
        case .googleIssuer: "Another OpenID Connect issuer in Google's place."
        case .registration: "`open` or `closed`: whether strangers can make a local account."
        case .allowedDomains: "Domains (`example.com`) whose addresses may make an account, here or with Google, separated by commas. Default: all."
        case .requireSecondFactor: "`yes` or `no`: whether everybody must set up a second factor before anything else."
        case .smtpURL:
            "Server that takes mails: `smtp://user:password@host:587` (STARTTLS) or `smtps://…:465`. Default: none, and nothing is offered that needs mail."
        case .mailFrom: "Who the mails are from: `ZenUML <zenuml@example.com>`. Required with `SMTP_URL`."
        case .workers: "How many jobs (mails, housekeeping) this server works on at a time; `0` leaves them to `zenuml work`."
        case .corsOrigins: "Other web origins that may call the API from a browser, separated by commas."
        case .trustedProxies: "Addresses or networks (`10.0.0.0/8`) whose `X-Forwarded-For` is believed, separated by commas."
        case .metricsToken: "Bearer token that opens `/metrics`. Without one, `/metrics` answers on loopback only, and to no trusted proxy."
        case .rateLimitSignIn: "Sign-in attempts per client address and per account: `N/s`, `N/min`, `N/h` or `off`."
        case .rateLimitRefresh: "Refreshes per client address and per session."
        case .rateLimitStatus: "Requests to `/api/status` per client address."
        case .rateLimitRender: "Diagrams drawn or checked by `/api/render` and `/api/check`, and stored ones as PNG or PDF, per client address."
        case .rateLimitEmbed: "Requests for each public picture (`/e/…`) per client address."
        case .rateLimitMail: "Mails that somebody can cause, per address that they go to and per account."
        case .rateLimitDefault: "Other requests per client address, and all with an access token per account."
        case .diagramLimit: "How many diagrams a person may have, with those in the trash."
        case .storageLimit: "How much a person's diagrams may take up, with those in the trash and without their history: `500MB`, `2GB` or `off`."
        case .drainDelay: "How long `/health/ready` says 503 before the server stops taking connections at shutdown."
        case .apiDocsAssets: "Folder with the files of Swagger UI and ReDoc, for `/api/docs` and `/api/redoc`; `make run` sets it."
        case .webAssets: "Folder with the built web client, which is served at `/`; `make run` sets it."
        }
    }

    /// Whether the value may hold a secret, so that no error may show it.
    var isSecret: Bool {
        switch self {
        case .databaseURL, .redisURL, .jwtSecretKey, .jwtPreviousSecretKeys, .googleClientSecret, .smtpURL, .metricsToken: true
        default: false
        }
    }

    /// The setting that a command-line option names.
    public init?(option: some StringProtocol) {
        guard let setting = Self.allCases.first(where: { $0.option == option }) else { return nil }
        self = setting
    }
}

extension Setting {
    /// All settings as a Markdown table; the README shows it.
    public static var table: String {
        let rows = allCases.map { setting in
            let defaultValue = setting.defaultValue.map { "`\($0)`" } ?? ""
            return "| `\(setting.name)` | `\(setting.option)` | \(defaultValue) | \(setting.summary) |"
        }
        return (["| Variable | Option | Default | Meaning |", "|---|---|---|---|"] + rows).joined(separator: "\n")
    }
}
