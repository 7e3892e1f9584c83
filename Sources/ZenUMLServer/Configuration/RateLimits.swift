import Domain

/// The rate limits in force; `nil` where one is switched off.
struct RateLimits: Sendable {
    let signIn: RateLimit?
    let refresh: RateLimit?
    let status: RateLimit?
    let render: RateLimit?
    let embed: RateLimit?
    let mail: RateLimit?
    let `default`: RateLimit?

    init(reader: SettingsReader) throws {
        signIn = try Self.read(.rateLimitSignIn, reader)
        refresh = try Self.read(.rateLimitRefresh, reader)
        status = try Self.read(.rateLimitStatus, reader)
        render = try Self.read(.rateLimitRender, reader)
        embed = try Self.read(.rateLimitEmbed, reader)
        mail = try Self.read(.rateLimitMail, reader)
        `default` = try Self.read(.rateLimitDefault, reader)
    }

    private static func read(_ setting: Setting, _ reader: SettingsReader) throws -> RateLimit? {
        try reader.value(setting, expected: RateLimit.expected) { text -> RateLimit?? in
            if text == "off" { return .some(nil) }
            return RateLimit(text).map(Optional.some)
        }
    }

    subscript(policy: RateLimitPolicy) -> RateLimit? {
        switch policy {
        case .signIn: signIn
        case .refresh: refresh
        case .status: status
        case .render: render
        case .embed: embed
        case .mail: mail
        case .default: `default`
        }
    }
}
