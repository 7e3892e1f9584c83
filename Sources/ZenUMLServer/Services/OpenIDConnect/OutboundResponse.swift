import Foundation

/// What another server answered.
struct OutboundResponse: Sendable {
    let status: Int
    /// The value of `Cache-Control`.
    let cacheControl: String?
    let body: Data
}
