/// Why a token is refused. For logs and tests; a client learns only that it is invalid.
enum TokenError: String, Error {
    case malformed, wrongKind, unknownKey, badSignature, notForUs, expired, notYetValid
}
