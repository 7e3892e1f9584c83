import Domain
import Logging
import Metrics

/// Logs and counts what happens to accounts and sessions. No token, password or e-mail address is among its words.
struct AuthEventLog: Sendable {
    /// What must be found again in log and metrics (OWASP ASVS 5.0 §16.3.1).
    enum Event: String, Sendable, CaseIterable {
        case registered, signedIn = "signed_in", signInFailed = "sign_in_failed", refreshed, refreshFailed = "refresh_failed"
        case reuseDetected = "reuse_detected", signedOut = "signed_out", sessionEnded = "session_ended"
        case passwordChanged = "password_changed", passwordRefused = "password_refused"
        case passwordForgotten = "password_forgotten"
        case emailVerified = "email_verified", emailChanged = "email_changed", verificationNotSent = "verification_not_sent"
        case confirmed, codeRefused = "code_refused", secondFactorOn = "second_factor_on", secondFactorOff = "second_factor_off"
        case recoveryCodesRenewed = "recovery_codes_renewed", accountClaimed = "account_claimed"
    }

    private let logger: Logger
    private let counters: [Event: Counter]

    init(logger: Logger, metrics: any MetricsFactory) {
        self.logger = logger
        counters = Dictionary(
            uniqueKeysWithValues: Event.allCases.map { event in
                (event, Counter(label: "zenuml_auth_events_total", dimensions: [("event", event.rawValue)], factory: metrics))
            }
        )
    }

    /// - Parameter details: Ids of users and sessions, and the reason of a failure.
    func record(_ event: Event, _ caller: Caller, _ details: [String: String] = [:]) {
        counters[event]?.increment()
        var metadata = details.mapValues { Logger.MetadataValue.string($0) }
        metadata["event"] = .string(event.rawValue)
        metadata["request_id"] = .string(caller.requestID)
        metadata["ip"] = .string(caller.client.ip)
        logger.log(level: event == .reuseDetected ? .warning : .info, "auth", metadata: metadata)
    }
}
