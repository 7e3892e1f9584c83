import Domain
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import ZenUMLServer

/// Rules of signing in with Google that need the clock or a bent ID token. The flow over real sockets, against two providers, is in e2e/.
@Suite("Signing in with Google")
struct GoogleSignInTests {
    /// OpenID Connect Core 1.0 §3.1.3.7; ASVS 10.5.4
    @Test(arguments: [
        ("iss", "\"https://other.example\""), ("iss", "\"https://issuer.example/\""), ("aud", "\"other\""), ("aud", "[\"client\",\"other\"]"),
        ("azp", "\"other\""), ("exp", "4000000000"), ("exp", "null"), ("iat", "4000000061"), ("iat", "3999999399"), ("iat", "null"),
        ("nonce", "\"another\""), ("nonce", "null"), ("sub", "\"\""), ("sub", "null"), ("email_verified", "false"), ("email_verified", "null"),
        ("email", "\"no address\""), ("email", "null"), ("iss", "null"), ("aud", "null"),
    ])
    func aWrongClaimIsRefused(_ claim: String, _ value: String) async throws {
        try await withProvider { server, provider in
            if claim == "exp", value != "null" { server.clock.advance(61) }
            provider.state.withLock { $0.claims[claim] = value }
            let answer = try await signIn(server, provider)
            #expect(answer.status == 401)
            #expect(try answer.errorType() == "auth_error")
            #expect(answer.cookies().isEmpty)
        }
    }

    @Test(arguments: [("aud", "[\"client\"]"), ("azp", "\"client\""), ("email_verified", "\"true\""), ("iat", "4000000059")])
    func otherFormsOfRightClaimsPass(_ claim: String, _ value: String) async throws {
        try await withProvider { server, provider in
            provider.state.withLock { $0.claims[claim] = value }
            let answer = try await signIn(server, provider)
            #expect(answer.status == 200)
        }
    }

    @Test func thePersonIsRecognised() async throws {
        try await withProvider { server, provider in
            let first = try await signIn(server, provider).tokens()
            let me = try await server.get("/api/auth/me", bearer: first.access)
            #expect(try me.string("email") == "ada@example.com")
            #expect(try me.string("picture") == "https://pictures.example/ada.png")
            // The key of a person is issuer and subject: a new address is the same person, an old one somebody else's is not.
            provider.state.withLock { $0.claims = ["email": "\"new@example.com\"", "name": "\"Ada King\""] }
            let again = try await server.get("/api/auth/me", bearer: try await signIn(server, provider).tokens().access)
            #expect(try again.string("id") == me.string("id"))
            #expect(try again.string("name") == "Ada King")
            provider.state.withLock { $0.claims = ["sub": "\"subject-2\""] }
            let other = try await signIn(server, provider)
            #expect(other.status == 409)
            #expect(try other.errorType() == "conflict")
        }
    }

    /// Whoever made the account first, perhaps to wait for its owner, has no way back in.
    @Test func theOwnerOfAnAddressGetsTheAccountThatNobodyVerified() async throws {
        try await withProvider { server, provider in
            let stranger = try await server.register()
            let project = try await server.makeProject(bearer: stranger.access)
            let link = try await server.makeLink("edit", to: "/api/projects/\(project)", bearer: stranger.access)
            let bob = try await server.register("bob").access
            #expect(try await server.post("/api/links/accept", #"{"token":"\#(link.token)"}"#, bearer: bob).status == 200)
            let ada = try await signIn(server, provider).tokens().access
            #expect(try await server.get("/api/projects/\(project)", bearer: ada).status == 200, "nothing is lost")
            #expect(try await server.get("/api/auth/me", bearer: ada).object()["email_verified"] as? Bool == true)
            #expect(try await server.get("/api/auth/me", bearer: stranger.access).status == 401)
            #expect(try await server.refresh(stranger.refresh).status == 401)
            let body = #"{"email":"ada@example.com","password":"\#(TestServer.password)"}"#
            #expect(try await server.post("/api/auth/login", body).status == 401)
            server.clock.advance(4)
            #expect(try await server.get("/api/projects/\(project)", bearer: bob).status == 404)
            #expect(try await server.get("/api/auth/password", bearer: ada).text == #"{"is_set":false}"#)
        }
    }

    @Test func aVerifiedOrClosedAccountStaysItsOwners() async throws {
        try await withProvider { server, provider in
            let ada = try await server.register().access
            let users = UserAdministration(store: server.store, clock: server.clock.wallClock)
            try await users.verify(users.find("ada@example.com"))
            #expect(try await signIn(server, provider).status == 409)
            #expect(try await server.get("/api/auth/me", bearer: ada).status == 200)
        }
        try await withProvider { server, provider in
            _ = try await server.register()
            let users = UserAdministration(store: server.store, clock: server.clock.wallClock)
            try await users.setDisabled(true, users.find("ada@example.com"))
            #expect(try await signIn(server, provider).status == 409)
        }
        try await withProvider { server, provider in
            _ = try await server.turnOnSecondFactor(bearer: server.register().access)
            #expect(try await signIn(server, provider).status == 409, "one factor takes no account that has two")
        }
    }

    @Test func aSecondFactorIsAskedForBesides() async throws {
        try await withProvider { server, provider in
            let ada = try await signIn(server, provider).tokens().access
            let device = try await server.turnOnSecondFactor(bearer: ada)
            server.clock.advance(30)
            let answer = try await signIn(server, provider)
            #expect(try answer.status == 401 && answer.errorType() == "second_factor_required")
            #expect(try await server.finishSignIn(answer.string("ticket"), device.code).status == 200)
        }
    }

    /// Google asked once whose an address of another domain is; it may be somebody else's since.
    @Test(
        arguments: [
            ("https://accounts.google.com", "ada@example.com", nil, false), ("https://accounts.google.com", "ada@example.com", "example.com", true),
            ("https://accounts.google.com", "ada@gmail.com", nil, true), ("https://id.example.com", "ada@example.com", nil, true),
        ] as [(String, String, String?, Bool)])
    func whoSpeaksForAnAddress(_ issuer: String, _ email: String, _ domain: String?, _ owns: Bool) {
        #expect(GoogleSignIn.ownsEmail(email, issuer: issuer, domain: domain) == owns)
    }

    @Test func twentyParallelFirstSignInsMakeOneUser() async throws {
        try await withProvider { server, provider in
            // The provider puts the nonce of the code's own sign-in into each token.
            let started = try await (0..<20).asyncMap { _ in try await start(server, provider) }
            provider.state.withLock { $0.nonces = Dictionary(uniqueKeysWithValues: started.map { ($0.state, $0.nonce) }) }
            let ids = try await withThrowingTaskGroup(of: String.self) { group in
                for one in started {
                    group.addTask {
                        let answer = try await finish(server, one, code: one.state)
                        return try await server.get("/api/auth/me", bearer: answer.tokens().access).string("id")
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(ids.count == 1)
        }
    }

    /// ASVS 10.2.1; at most ten minutes, once, in the browser that started.
    @Test func aSignInIsGoodOnceAndForTenMinutes() async throws {
        try await withProvider { server, provider in
            let first = try await start(server, provider)
            let done = try await finish(server, first)
            #expect(done.status == 200)
            let repeated = try await finish(server, first)
            #expect(repeated.status == 401)
            let late = try await start(server, provider)
            server.clock.advance(600)
            let expired = try await finish(server, late)
            #expect(expired.status == 401)
        }
    }

    @Test func theCookieOfAnotherBrowserIsRefused() async throws {
        try await withProvider { server, provider in
            let mine = try await start(server, provider)
            let others = try await start(server, provider)
            for cookie in [nil, others.cookie, "rubbish", String(others.cookie.dropLast(4)) + "AAAA"] {
                let answer = try await finish(server, StartedSignIn(state: mine.state, nonce: mine.nonce, cookie: cookie ?? ""))
                #expect(answer.status == 401)
            }
        }
    }

    /// RFC 7636 §4.1, §4.2; RFC 9700 §2.1.1
    @Test func theVerifierOfTheChallengeRedeemsTheCode() async throws {
        try await withProvider { server, provider in
            let url = try await server.get("/api/auth/google").string("url")
            let query = Dictionary(
                uniqueKeysWithValues: (URLComponents(string: url)?.queryItems ?? []).map { ($0.name, $0.value ?? "") })
            #expect(query["response_type"] == "code")
            #expect(query["scope"] == "openid email profile")
            #expect(query["code_challenge_method"] == "S256")
            #expect(query["redirect_uri"] == "http://localhost:8000/auth/callback")
            #expect([query["state"], query["nonce"], query["code_challenge"]].allSatisfy { $0?.count == 43 })
            let again = try await start(server, provider)
            #expect(again.state != query["state"])
            _ = try await finish(server, again)
            let form = try #require(provider.state.withLock { $0.requests.last { $0.url.hasSuffix("/token") } }).body
            #expect(form.contains("grant_type=authorization_code&code=a-code&redirect_uri=http%3A%2F%2Flocalhost%3A8000%2Fauth%2Fcallback"))
            let verifier = try #require(form.firstMatch(of: /code_verifier=([A-Za-z0-9_-]{43})(&|$)/)).1
            #expect(!url.contains(verifier))
        }
    }

    /// A picture is shown to people: an address that runs or spies is not kept.
    @Test(arguments: ["javascript:alert(1)", "http://pictures.example/ada.png", "https://pictures.example/a b", "data:image/png;base64,AA"])
    func onlySafePicturesAreKept(_ picture: String) async throws {
        try await withProvider { server, provider in
            provider.state.withLock { $0.claims["picture"] = "\"\(picture)\"" }
            let tokens = try await signIn(server, provider).tokens()
            let me = try await server.get("/api/auth/me", bearer: tokens.access)
            #expect(me.text.contains(#""picture":null"#))
        }
    }

    @Test func endpointsWithoutTLSAreRefused() async throws {
        try await withProvider { server, provider in
            let metadata =
                #"{"issuer":"https://issuer.example","authorization_endpoint":"https://issuer.example/a","#
                + #""token_endpoint":"http://issuer.example/t","jwks_uri":"https://issuer.example/j"}"#
            let path = "/.well-known/openid-configuration"
            provider.state.withLock { $0.answers[path] = OutboundHTTP.Response(status: 200, cacheControl: nil, body: Data(metadata.utf8)) }
            let answer = try await server.get("/api/auth/google")
            #expect(answer.status == 502)
        }
    }

    @Test func documentsAreKeptAsLongAsTheySay() async throws {
        try await withProvider { server, provider in
            provider.state.withLock { $0.cacheControl = "max-age=120" }
            for _ in 0..<3 { _ = try await signIn(server, provider) }
            #expect(provider.count("/.well-known/openid-configuration") == 1)
            #expect(provider.count("/jwks") == 1)
            server.clock.advance(121)
            _ = try await signIn(server, provider)
            #expect(provider.count("/.well-known/openid-configuration") == 2)
            #expect(provider.count("/jwks") == 2)
        }
    }

    /// Right after a rotation of keys many people may come back at once: all of them wait for the one fetch.
    @Test func parallelSignInsShareAFetch() async throws {
        try await withProvider { server, provider in
            _ = try await signIn(server, provider)
            let started = try await (0..<16).asyncMap { _ in try await start(server, provider) }
            provider.state.withLock { state in
                state.nonces = Dictionary(uniqueKeysWithValues: started.map { ($0.state, $0.nonce) })
                state.keyID = "key-2"
                state.publishedKeyIDs = ["key-1", "key-2"]
            }
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for one in started { group.addTask { try await finish(server, one, code: one.state).status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == Array(repeating: 200, count: 16))
            #expect(provider.count("/jwks") == 2)
        }
    }

    @Test func anUnknownKeyIsFetchedOnceAndNotAgainAndAgain() async throws {
        try await withProvider { server, provider in
            _ = try await signIn(server, provider)
            provider.state.withLock {
                $0.keyID = "key-2"; $0.publishedKeyIDs = ["key-1", "key-2"]
            }
            let rotated = try await signIn(server, provider)
            #expect(rotated.status == 200)
            #expect(provider.count("/jwks") == 2)
            provider.state.withLock { $0.keyID = "invented" }
            for _ in 0..<5 { _ = try await signIn(server, provider) }
            #expect(provider.count("/jwks") == 2, "anybody can invent a kid")
            server.clock.advance(31)
            let invented = try await signIn(server, provider)
            #expect(invented.status == 401)
            #expect(provider.count("/jwks") == 3)
        }
    }

    @Test(arguments: [
        (DomainError.upstreamTimedOut("slow"), 504, "upstream_timeout"), (DomainError.upstreamFailed("down"), 502, "upstream_error"),
    ])
    func aProviderInTroubleIsNotThePersonsFault(_ failure: DomainError, _ status: Int, _ type: String) async throws {
        try await withProvider { server, provider in
            let started = try await start(server, provider)
            provider.state.withLock { $0.failure = failure }
            let answer = try await finish(server, started)
            #expect(answer.status == status)
            #expect(try answer.errorType() == type)
        }
    }

    @Test func notConfiguredIs501() async throws {
        try await TestServer.with { server in
            let start = try await server.get("/api/auth/google")
            let finish = try await server.post("/api/auth/google/callback", #"{"code":"c","state":"s"}"#)
            #expect(start.status == 501)
            #expect(finish.status == 501)
            #expect(try start.errorType() == "not_configured")
        }
    }

    @Test func theSecretOfTheClientStaysHere() async throws {
        try await withProvider { server, provider in
            let url = try await server.get("/api/auth/google")
            let answer = try await signIn(server, provider)
            for text in [url.text, answer.text, server.log.text] {
                #expect(!text.contains("secret-of-the-client"))
                #expect(!text.contains("provider-access-token"))
                #expect(!text.contains("a-code"))
            }
        }
    }

    // MARK: - Steps

    /// ASVS 16.3.1
    @Test func whatHappensIsLogged() async throws {
        try await withProvider { server, provider in
            _ = try await signIn(server, provider)
            _ = try await signIn(server, provider)
            provider.state.withLock { $0.claims = ["aud": #""somebody else""#] }
            _ = try await signIn(server, provider)
            #expect(server.log.lines.compactMap { $0.metadata["event"] } == ["registered", "signed_in", "signed_in", "sign_in_failed"])
        }
    }

    /// The cookie of a sign-in under way is sealed with a key that is derived from the one that is being replaced.
    @Test func aSignInUnderWaySurvivesAChangeOfTheKey() async throws {
        let clock = TestClock()
        let provider = try FakeProvider(clock: clock)
        let (old, new) = (TestServer.secret, "another-secret-9876543210-another-secret")
        let settings = FakeProvider.settings.merging(["JWT_SECRET_KEY": new]) { $1 }
        try await StoreKind.underTest.withStore { store in
            // Written by the first server before the next one starts.
            nonisolated(unsafe) var started: [StartedSignIn] = []
            try await TestServer.on(store, settings: FakeProvider.settings, http: provider.http, clock: clock) { server in
                for _ in 0..<2 { started.append(try await start(server, provider)) }
            }
            let underWay = started
            let both = settings.merging(["JWT_PREVIOUS_SECRET_KEYS": old]) { $1 }
            for (index, (settings, status)) in [(both, 200), (settings, 401)].enumerated() {
                try await TestServer.on(store, settings: settings, http: provider.http, clock: clock) { server in
                    provider.state.withLock { $0.nonce = underWay[index].nonce }
                    let answer = try await finish(server, underWay[index], code: "code-\(index)")
                    #expect(answer.status == status)
                }
            }
        }
    }

    @Test func providersSayThatGoogleIsOn() async throws {
        try await withProvider { server, _ in
            let answer = try await server.get("/api/auth/providers")
            #expect(answer.text == #"{"google":true,"local":true,"registration":true,"mail":false}"#)
        }
    }

    private func withProvider(_ body: @escaping @Sendable (TestServer, FakeProvider) async throws -> Void)
        async throws
    {
        let clock = TestClock()
        let provider = try FakeProvider(clock: clock)
        try await StoreKind.underTest.withStore { store in
            try await TestServer.on(store, settings: FakeProvider.settings, http: provider.http, clock: clock) { server in
                try await body(server, provider)
            }
        }
    }

    private func signIn(_ server: TestServer, _ provider: FakeProvider) async throws -> Answer {
        try await finish(server, start(server, provider))
    }

    private func start(_ server: TestServer, _ provider: FakeProvider) async throws -> StartedSignIn {
        let answer = try await server.get("/api/auth/google")
        let items = URLComponents(string: try answer.string("url"))?.queryItems ?? []
        let nonce = try #require(items.first { $0.name == "nonce" }?.value)
        provider.state.withLock { $0.nonce = nonce }
        return StartedSignIn(
            state: try #require(items.first { $0.name == "state" }?.value),
            nonce: nonce,
            cookie: String(try #require(answer.cookies().first).prefix { $0 != ";" })
        )
    }

    private func finish(_ server: TestServer, _ started: StartedSignIn, code: String = "a-code") async throws -> Answer {
        try await server.post(
            "/api/auth/google/callback", #"{"code":"\#(code)","state":"\#(started.state)"}"#, headers: ["Cookie": started.cookie])
    }
}

private struct StartedSignIn: Sendable {
    let state: String
    let nonce: String
    let cookie: String
}
