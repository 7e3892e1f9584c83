/// The public keys of an OpenID provider (RFC 7517 §5); of each only what an RSA key has.
struct JSONWebKeySet: Sendable, Decodable {
    struct Key: Sendable, Decodable {
        let kty: String
        let kid: String?
        let use: String?
        let alg: String?
        let n: String?
        let e: String?
    }

    let keys: [Key]
}
