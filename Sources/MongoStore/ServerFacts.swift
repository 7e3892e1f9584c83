import Domain

/// What a deployment says of itself.
struct ServerFacts: Sendable {
    /// The oldest server that is known to do all that the store asks of it: MongoDB 5.0 (wire version 13).
    private static let oldestWireVersion = 13

    let hello: BSONDocument

    init(asking database: MongoDatabase) async throws {
        do {
            hello = try await database.run(MongoCommand(.other, ["hello": 1]))
        } catch {
            throw StoreUnavailableError.translating(error)
        }
    }

    /// - Throws: ``StoreUnavailableError`` when the server is too old.
    func checkVersion() throws {
        guard let version = try? hello.int("maxWireVersion"), version >= Self.oldestWireVersion else {
            throw StoreUnavailableError(reason: "MongoDB: the server is too old; expected MongoDB 5.0 or later")
        }
    }

    /// In words: one server, a replica set and its members, or a sharded cluster.
    var topology: String {
        if let name = try? hello.string("setName") {
            var hosts = "no hosts"
            if case .array(let values) = hello["hosts"] { hosts = values.map(\.text).joined(separator: ", ") }
            let primary = (try? hello.string("primary")) ?? "none"
            return "replica set \(name): \(hosts); primary \(primary)"
        }
        if (try? hello.string("msg")) == "isdbgrid" { return "sharded cluster" }
        return "one server, not a replica set"
    }
}
