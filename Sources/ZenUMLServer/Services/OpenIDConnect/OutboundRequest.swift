/// A request of this server to another.
struct OutboundRequest: Sendable, Equatable {
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    var method = Method.get
    let url: String
    var headers: [String: String] = ["Accept": "application/json"]
    var body = ""
}
