import JWTKit

/// Any JSON object as the payload of a token.
struct AnyClaims: JWTPayload {
    let fields: [String: JWTHeaderField]

    init(fields: [String: JWTHeaderField]) {
        self.fields = fields
    }

    init(from decoder: any Decoder) throws {
        fields = try [String: JWTHeaderField](from: decoder)
    }

    func encode(to encoder: any Encoder) throws {
        try fields.encode(to: encoder)
    }

    func verify(using algorithm: some JWTAlgorithm) async throws {}
}
