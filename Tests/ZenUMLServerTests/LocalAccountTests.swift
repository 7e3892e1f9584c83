import Domain
import Foundation
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Local accounts")
struct LocalAccountTests {
    @Test func registeringSignsInAndMeTellsWhoIAm() async throws {
        try await TestServer.with { server in
            let answer = try await server.post(
                "/api/auth/register", #"{"email":"Ada@Example.COM","password":"\#(TestServer.password)","name":"  Ada Lovelace "}"#)
            #expect(answer.status == 201)
            #expect(try answer.object().keys.sorted() == ["access_token", "expires_in", "refresh_token", "token_type"])
            #expect(try answer.string("token_type") == "bearer")
            #expect(try answer.object()["expires_in"] as? Int == 1800)
            let me = try await server.get("/api/auth/me/", bearer: answer.tokens().access)
            #expect(me.status == 200)
            #expect(try me.object().keys.sorted() == ["created_at", "email", "email_verified", "id", "name", "picture", "provider", "second_factor"])
            #expect(try me.string("email") == "ada@example.com")
            #expect(try me.string("name") == "Ada Lovelace")
            #expect(try me.object()["picture"] is NSNull)
        }
    }

    @Test func anAddressIsTakenOnceInWhateverCase() async throws {
        try await TestServer.with { server in
            _ = try await server.register("ada")
            let again = try await server.post(
                "/api/auth/register", #"{"email":"ADA@example.com","password":"\#(TestServer.password)","name":"Eve"}"#)
            #expect(again.status == 409)
            #expect(try again.errorType() == "conflict")
        }
    }

    @Test func twentyParallelRegistrationsMakeOneAccount() async throws {
        try await TestServer.with { server in
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<20 { group.addTask { try await server.post("/api/auth/register", TestServer.account("ada")).status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.sorted() == [201] + Array(repeating: 409, count: 19))
        }
    }

    @Test func everyWrongFieldIsNamed() async throws {
        try await TestServer.with { server in
            let answer = try await server.post("/api/auth/register", #"{"email":"not an address","password":"short","name":""}"#)
            #expect(answer.status == 422)
            #expect(try answer.fieldErrors().keys.sorted() == ["body.email", "body.name", "body.password"])
            #expect(!answer.text.contains("short"), "a password is never repeated")
        }
    }

    @Test(arguments: ["password1234", "123456789012", "aaaaaaaaaaaa", "abcabcabcabc", "QWERTYUIOP123", "Administrator1", "ada@example.com"])
    func commonPasswordsAreRefused(_ password: String) async throws {
        try await TestServer.with { server in
            let answer = try await server.post(
                "/api/auth/register", #"{"email":"ada@example.com","password":"\#(password)","name":"Ada"}"#)
            #expect(answer.status == 422)
            #expect(try answer.fieldErrors()["body.password"]?.contains("guess") == true)
        }
    }

    @Test(arguments: [(11, 422), (12, 201), (128, 201), (129, 422)])
    func passwordsHaveTwelveTo128Characters(_ length: Int, _ status: Int) async throws {
        try await TestServer.with { server in
            var random = SeededRandom(seed: UInt64(length))
            let letters = Array("abcdefghijklmnopqrstuvwxyz éü")
            let password = String((0..<length).map { _ in letters.randomElement(using: &random) ?? "x" })
            let answer = try await server.post(
                "/api/auth/register", #"{"email":"ada@example.com","password":"\#(password)","name":"Ada"}"#)
            #expect(answer.status == status)
        }
    }

    @Test func unknownAddressAndWrongPasswordAreToldTheSame() async throws {
        try await TestServer.with { server in
            _ = try await server.register("ada")
            let wrong = try await server.post("/api/auth/login", #"{"email":"ada@example.com","password":"wrong"}"#)
            let unknown = try await server.post("/api/auth/login", #"{"email":"bob@example.com","password":"wrong"}"#)
            #expect(wrong.status == 401)
            #expect(unknown.status == 401)
            #expect(wrong.text == unknown.text)
            #expect(try wrong.errorType() == "auth_error")
        }
    }

    /// The time is the hash's; so the same work must be done for an account that does not exist or has no password.
    @Test func unknownAccountsCostTheSameWork() async throws {
        let hasher = PasswordHasher(cost: ScryptCost(logarithm: 4, blockSize: 1, parallelism: 1))
        let encoded = try await hasher.hash("right")
        #expect(try await hasher.verify("right", against: encoded))
        #expect(try await hasher.verify("wrong", against: encoded) == false)
        #expect(try await hasher.verify("right", against: nil) == false)
        await #expect(throws: ScryptHash.Unreadable.self) { try await hasher.verify("right", against: String(encoded.dropLast())) }
        #expect(hasher.hashCount == 5)
        try await hasher.close()
    }

    @Test func loggingInHashesWhetherTheAccountExistsOrNot() async throws {
        try await TestServer.with { server in
            _ = try await server.register()
            let hasher = server.application.dependencies.authService.methods.passwords
            for email in ["ada@example.com", "nobody@example.com"] {
                let before = hasher.hashCount
                _ = try await server.post("/api/auth/login", #"{"email":"\#(email)","password":"a wrong password"}"#)
                #expect(hasher.hashCount == before + 1)
            }
        }
    }

    /// Whoever waits behind more hashes than can be made in time is told so at once.
    @Test func aCrowdIsTurnedAway() async throws {
        let hasher = PasswordHasher(cost: ScryptCost(logarithm: 12, blockSize: 8, parallelism: 1))
        let turnedAway = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    do { _ = try await hasher.hash("x") } catch DomainError.overloaded { return true } catch {}
                    return false
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect((1...136).contains(turnedAway))
        try await hasher.close()
    }

    @Test func loginWorksInWhateverCase() async throws {
        try await TestServer.with { server in
            _ = try await server.register("ada")
            let answer = try await server.post(
                "/api/auth/login", #"{"email":"ADA@EXAMPLE.com","password":"\#(TestServer.password)"}"#)
            #expect(answer.status == 200)
        }
    }

    @Test func closedRegistrationIs403AndSaidByProviders() async throws {
        try await TestServer.with(settings: ["REGISTRATION": "closed"]) { server in
            let answer = try await server.post("/api/auth/register", TestServer.account("ada"))
            #expect(answer.status == 403)
            #expect(try answer.errorType() == "forbidden")
            #expect(try await server.get("/api/auth/providers").text == #"{"google":false,"local":true,"registration":false,"mail":false}"#)
        }
    }

    @Test func passwordsAreStoredAsSaltedScrypt() async throws {
        try await TestServer.with { server in
            _ = try await server.register("ada")
            _ = try await server.register("bob")
            let ada = try #require(try await server.store.users.findByEmail("ada@example.com")?.passwordHash)
            let bob = try #require(try await server.store.users.findByEmail("bob@example.com")?.passwordHash)
            #expect(ada.hasPrefix("$scrypt$ln="))
            #expect(ada != bob, "the same password, another salt")
            #expect(!ada.contains(TestServer.password))
        }
    }

    /// OWASP Password Storage Cheat Sheet: N=2^14, r=8, p=5 is the least with 16 MiB.
    @Test func theCostInUseIsTheOneRecommended() {
        #expect(ScryptCost.standard == ScryptCost(logarithm: 14, blockSize: 8, parallelism: 5))
        #expect(ScryptHash("$scrypt$ln=30,r=8,p=1$AAAA$\(String(repeating: "A", count: 43))") == nil, "a cost that would exhaust the memory")
    }

    @Test func whiteSpaceAroundAnAddressDoesNotCount() async throws {
        try await TestServer.with { server in
            let account = #"{"email":" Ada@Example.com\n","password":"\#(TestServer.password)","name":"Ada"}"#
            #expect(try await server.post("/api/auth/register", account).status == 201)
            let login = try await server.post("/api/auth/login", #"{"email":"\tada@example.com ","password":"\#(TestServer.password)"}"#)
            #expect(login.status == 200)
        }
    }

    @Test func anEmptyValueIsMissing() async throws {
        try await TestServer.with(settings: FakeProvider.settings) { server in
            let refresh = try await server.post("/api/auth/refresh", #"{"refresh_token":" "}"#)
            #expect(refresh.status == 422)
            #expect(try refresh.fieldErrors() == ["body.refresh_token": "Field required"])
            let callback = try await server.post("/api/auth/google/callback", #"{"code":" ","state":""}"#)
            #expect(callback.status == 422)
            #expect(try callback.fieldErrors() == ["body.code": "Field required", "body.state": "Field required"])
        }
    }
}
