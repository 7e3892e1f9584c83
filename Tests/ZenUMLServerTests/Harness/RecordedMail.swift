import Mail
import Synchronization

/// Takes mails as a server would, or refuses them.
final class RecordedMail: MailTransport {
    private let state = Mutex<(taken: [MailMessage], refusal: MailError?)>(([], nil))

    var taken: [MailMessage] { state.withLock { $0.taken } }

    /// What is said to all that comes from now on; `nil` to take it.
    func refuse(_ refusal: MailError?) { state.withLock { $0.refusal = refusal } }

    func forgetAll() { state.withLock { $0.taken = [] } }

    func send(_ message: MailMessage) async throws {
        try state.withLock { state in
            if let refusal = state.refusal { throw refusal }
            state.taken.append(message)
        }
    }

    /// The token of the link in the last mail.
    var token: String? { taken.last.flatMap(Self.token) }

    private static func token(of message: MailMessage) -> String? {
        message.text.firstMatch(of: /#([A-Za-z0-9_-]{22})/).map { String($0.1) }
    }
}
