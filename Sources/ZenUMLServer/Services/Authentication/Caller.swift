import Domain

/// The program at the other end of a request, as the services see it.
struct Caller: Sendable {
    let client: ClientDescription
    let requestID: String
}
