import Testing

@testable import RedisStore

@Suite("Address of Redis")
struct RedisURLTests {
    @Test func whatIsLeftOutHasADefault() throws {
        let url = try #require(RedisURL("redis://redis.example.com"))
        #expect(url.host == "redis.example.com" && url.port == 6379 && url.database == 0 && url.credentials == nil && !url.isSecure)
    }

    @Test func everythingCanBeGiven() throws {
        let url = try #require(RedisURL("rediss://ada:s%3Acr%40t@[::1]:6380/15"))
        #expect(url.host == "::1" && url.port == 6380 && url.database == 15 && url.isSecure)
        #expect(url.credentials == RedisURL.Credentials(user: "ada", password: "s:cr@t"))
    }

    @Test func aPasswordNeedsNoUser() throws {
        let url = try #require(RedisURL("redis://:secret@my_redis:6379/"))
        #expect(url.credentials == RedisURL.Credentials(user: nil, password: "secret"))
    }

    @Test(arguments: [
        "", "redis", "redis://", "redis:///0", "http://localhost", "redis://localhost:0", "redis://localhost:65536", "redis://localhost/x",
        "redis://localhost/0/1", "redis://localhost/-1", "redis://localhost/123456", "redis://ada@localhost", "redis://localhost?db=1",
        "redis://localhost#1", "redis://local host", "localhost:6379",
    ])
    func whatIsWrongIsNone(_ text: String) {
        #expect(RedisURL(text) == nil)
    }

    @Test func itNeverShowsTheSecret() throws {
        let url = try #require(RedisURL("redis://ada:hidden@[::1]:6380/2"))
        var dumped = ""
        dump(url, to: &dumped)
        dump(["url": url], to: &dumped)
        for text in ["\(url)", String(reflecting: url), "\([url])", "\(Optional(url) as Any)", dumped] {
            #expect(!text.contains("hidden") && !text.contains("ada"), "\(text)")
        }
        #expect("\(url)" == "redis://[::1]:6380/2")
    }
}
