/// Why a provider refuses an authorization code (RFC 6749 §5.2).
struct TokenErrorResponse: Decodable {
    let error: String
}
