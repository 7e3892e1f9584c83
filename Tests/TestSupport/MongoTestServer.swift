import Foundation

@testable import MongoStore

/// The MongoDB that `scripts/with-mongodb` has started for the tests.
public enum MongoTestServer {
    /// Why there is no server to test with. Tests fail for it: a store that is not tested is not known to work.
    struct Missing: Error, CustomStringConvertible {
        let description = "ZENUML_TEST_MONGODB_URL is not set: run the tests by `make test-swift`, or in `scripts/with-mongodb COMMAND`"
    }

    /// The address of a database that nobody has used.
    public static func newDatabase() throws -> String {
        guard let server = ProcessInfo.processInfo.environment["ZENUML_TEST_MONGODB_URL"], var url = URLComponents(string: server) else {
            throw Missing()
        }
        url.path = "/zenuml-test-\(UUID().uuidString)"
        url.queryItems = (url.queryItems ?? []) + [URLQueryItem(name: "maxPoolSize", value: "8")]
        return url.string ?? server
    }

    /// Hands the address of a new database to `body`, and drops the database.
    public static func withNewDatabase<Result>(_ body: (_ url: String) async throws -> Result) async throws -> Result {
        let url = try newDatabase()
        do {
            let result = try await body(url)
            try await drop(url)
            return result
        } catch {
            try await drop(url)
            throw error
        }
    }

    private static func drop(_ url: String) async throws {
        let database = try MongoDatabase(url: url, timeouts: .administration)
        _ = try await database.run(MongoCommand(.write, ["dropDatabase": 1]))
        await database.close()
    }
}
