/// What happens to accounts and sessions and must be found again in log and metrics (OWASP ASVS 5.0 §16.3.1).
enum AuthEvent: String, Sendable, CaseIterable {
    case registered, signedIn = "signed_in", signInFailed = "sign_in_failed", refreshed, refreshFailed = "refresh_failed"
    case reuseDetected = "reuse_detected", signedOut = "signed_out", sessionEnded = "session_ended"
}
