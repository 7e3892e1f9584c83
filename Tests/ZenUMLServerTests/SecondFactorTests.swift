import Domain
import Foundation
import HTTPTypes
import Synchronization
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Second factors")
struct SecondFactorTests {
    private static let path = "/api/auth/second-factor"

    @Test func aSignInNeedsACodeOfTheDevice() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            #expect(try await server.get(Self.path, bearer: ada).text == #"{"is_on":false,"is_required":false,"recovery_codes":0}"#)
            let elsewhere = try await server.login()
            let device = try await server.turnOnSecondFactor(bearer: ada)
            #expect(device.recoveryCodes.count == 10 && Set(device.recoveryCodes).count == 10)
            #expect(try await server.get(Self.path, bearer: ada).text == #"{"is_on":true,"is_required":false,"recovery_codes":10}"#)
            #expect(try await server.get("/api/auth/me", bearer: ada).string("second_factor") == "on")
            #expect(try await server.refresh(elsewhere.refresh).status == 401, "the other sessions knew no second factor")
            let first = try await server.post("/api/auth/login", #"{"email":"ada@example.com","password":"\#(TestServer.password)"}"#)
            #expect(try first.status == 401 && first.errorType() == "second_factor_required" && first.cookies().isEmpty)
            let ticket = try first.string("ticket")
            #expect(try await server.get("/api/auth/me", bearer: ticket).status == 401, "a ticket is no access token")
            let wrong = try await server.finishSignIn(ticket, device.wrongCode)
            #expect(try wrong.fieldErrors() == ["body.code": "This code is wrong, or was used already"])
            #expect(try await server.finishSignIn(ticket, device.code).status == 422, "it turned the second factor on: no code counts twice")
            server.clock.advance(30)
            let tokens = try await server.finishSignIn(ticket, "\(device.code.prefix(3)) \(device.code.suffix(3))").tokens()
            #expect(try await server.get("/api/projects", bearer: tokens.access).status == 200)
            #expect(try await server.finishSignIn(ticket, device.code).status == 422)
        }
    }

    @Test func aTicketEndsWithTimeAndWithThePassword() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let device = try await server.turnOnSecondFactor(bearer: ada)
            let late = try await server.ticket()
            server.clock.advance(300)
            let expired = try await server.finishSignIn(late, device.code)
            #expect(try expired.status == 401 && expired.errorType() == "second_factor_expired")
            let ticket = try await server.ticket()
            let change = #"{"current_password":"\#(TestServer.password)","new_password":"difference engine 1822"}"#
            #expect(try await server.post("/api/auth/password", change, bearer: ada).status == 204)
            #expect(try await server.finishSignIn(ticket, device.code).status == 401)
            for forged in ["x", "a.b.c", ada] { #expect(try await server.finishSignIn(forged, device.code).status == 401) }
        }
    }

    @Test func aRecoveryCodeCountsOnce() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let device = try await server.turnOnSecondFactor(bearer: ada)
            let code = try #require(device.recoveryCodes.last)
            let ticket = try await server.ticket()
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 { group.addTask { try await server.finishSignIn(ticket, code.uppercased()).status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.count { $0 == 200 } == 1 && statuses.allSatisfy { $0 == 200 || $0 == 422 || $0 == 503 })
            server.clock.advance(4)
            #expect(try await server.get(Self.path, bearer: ada).object()["recovery_codes"] as? Int == 9)
            let renewed = try await server.post("\(Self.path)/recovery-codes", bearer: ada)
            let codes = try #require(try renewed.object()["recovery_codes"] as? [String])
            #expect(try await server.finishSignIn(server.ticket(), device.recoveryCodes[0]).status == 422)
            #expect(try await server.finishSignIn(server.ticket(), codes[0]).status == 200)
        }
    }

    /// ASVS 6.3.1: guessing a code is guessing a password.
    @Test func wrongCodesCountAgainstTheAccount() async throws {
        try await TestServer.with(settings: ["RATE_LIMIT_SIGN_IN": "8/min"]) { server in
            let ada = try await server.register().access
            let device = try await server.turnOnSecondFactor(bearer: ada)
            server.clock.advance(60)
            let ticket = try await server.ticket()
            var statuses: [Int] = []
            for _ in 0..<9 { statuses.append(try await server.finishSignIn(ticket, device.wrongCode).status) }
            #expect(statuses.prefix(7).allSatisfy { $0 == 422 } && statuses.last == 429, "\(statuses)")
            #expect(server.log.text.contains("code_refused"))
        }
    }

    /// Who tries passwords from everywhere keeps nobody out who has proved one, by Google for example.
    @Test func guessedPasswordsUseUpNoCodes() async throws {
        let clock = TestClock()
        let limiter = AccountsOnly(base: MemoryRateLimiter(clock: clock.wallClock))
        try await StoreKind.underTest.withStore { store in
            try await TestServer.on(store, settings: ["RATE_LIMIT_SIGN_IN": "5/min"], clock: clock, limiter: limiter) { server in
                let ada = try await server.register().access
                let device = try await server.turnOnSecondFactor(bearer: ada)
                let ticket = try await server.ticket()
                for _ in 0..<9 { _ = try await server.post("/api/auth/login", #"{"email":"ada@example.com","password":"wrong"}"#) }
                #expect(try await server.post("/api/auth/login", #"{"email":"ada@example.com","password":"wrong"}"#).status == 429)
                #expect(try await server.finishSignIn(ticket, device.recoveryCodes[0]).status == 200)
                for _ in 0..<3 { #expect(try await server.finishSignIn(ticket, device.wrongCode).status == 422) }
                #expect(try await server.finishSignIn(ticket, device.wrongCode).status == 429)
            }
        }
    }

    /// As if each request came from another address.
    private struct AccountsOnly: RateLimiter {
        let base: any RateLimiter

        func take(_ key: RateLimitKey, limit: RateLimit) async throws -> RateLimitState {
            if case .address = key.subject { return RateLimitState(policy: key.policy.rawValue, quota: 1, window: 1, remaining: 1, retryAfter: 0) }
            return try await base.take(key, limit: limit)
        }
    }

    /// NIST SP 800-63B §5.2.2: patience guesses no six digits.
    @Test func afterManyWrongCodesOnlyARecoveryCodeCounts() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let device = try await server.turnOnSecondFactor(bearer: ada)
            server.clock.advance(30)
            let ticket = try await server.ticket()
            for _ in 1..<SecondFactorService.mostFailures { #expect(try await server.finishSignIn(ticket, device.wrongCode).status == 422) }
            let last = try await server.finishSignIn(ticket, device.wrongCode)
            #expect(try last.fieldErrors() == ["body.code": "Too many codes were wrong; use a recovery code"])
            #expect(try await server.finishSignIn(ticket, device.code).status == 422)
            #expect(try await server.finishSignIn(ticket, device.recoveryCodes[3]).status == 200)
            #expect(try await server.finishSignIn(ticket, device.code).status == 200, "and so all is well again")
        }
    }

    @Test(arguments: StoreFaults.Moment.allCases)
    func aBrokenActivationIsDoneAgain(_ moment: StoreFaults.Moment) async throws {
        try await EachStoreCall.fails(moment, pause: 1) { server in
            let ada = try await server.register().access
            let other = try await server.login()
            let setup = try await server.post(Self.path, bearer: ada)
            return (ada, other.refresh, Device(secret: Device.bytes(try setup.string("secret")), clock: server.clock).code)
        } request: { server, prepared in
            try await server.post("\(Self.path)/activation", #"{"code":"\#(prepared.2)"}"#, bearer: prepared.0)
        } verify: { server, answers in
            let codes = try #require(try answers.last?.object()["recovery_codes"] as? [String])
            #expect(try await server.finishSignIn(server.ticket(), codes[0]).status == 200)
            let user = try #require(try await server.store.users.findByEmail("ada@example.com"))
            let live = try await server.store.refreshTokens.findAllForUser(
                user.id, at: server.clock.now, idleSince: Date(milliseconds: 0), limit: 9)
            #expect(live.count == 2, "the one that turned it on, and the one that has just begun")
        }
    }

    @Test func itIsTurnedOffByWhoHasTheDevice() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let device = try await server.turnOnSecondFactor(bearer: ada)
            #expect(try await server.post(Self.path, bearer: ada).status == 409, "it is on already")
            server.clock.advance(601)
            #expect(try await server.send(.delete, Self.path, bearer: ada).errorType() == "confirmation_required")
            #expect(try await server.get("/api/auth/confirm", bearer: ada).text == #"{"method":"code"}"#)
            let password = try await server.post("/api/auth/confirm", #"{"password":"\#(TestServer.password)"}"#, bearer: ada)
            #expect(password.status == 422, "who knows the password only is not enough")
            #expect(try await server.post("/api/auth/confirm", #"{"code":"\#(device.code)"}"#, bearer: ada).status == 204)
            server.clock.advance(30)
            let other = try await server.finishSignIn(server.ticket(), device.code).tokens()
            #expect(try await server.send(.delete, Self.path, bearer: ada).status == 204)
            #expect(try await server.refresh(other.refresh).status == 401, "all other sessions end with it")
            #expect(try await server.login().access.isEmpty == false)
            #expect(try await server.post("\(Self.path)/activation", #"{"code":"\#(device.code)"}"#, bearer: ada).status == 409)
        }
    }

    @Test func whereEverybodyMustHaveOneNothingElseIsGranted() async throws {
        try await TestServer.with(settings: ["REQUIRE_SECOND_FACTOR": "yes"]) { server in
            let ada = try await server.register().access
            let refused = try await server.get("/api/projects", bearer: ada)
            #expect(try refused.status == 403 && refused.errorType() == "second_factor_setup_required")
            #expect(try await server.get("/api/auth/me", bearer: ada).string("second_factor") == "required")
            #expect(try await server.post("/api/account/email", #"{"email":"x@example.com"}"#, bearer: ada).status == 404, "no mail here")
            _ = try await server.turnOnSecondFactor(bearer: ada)
            #expect(try await server.get("/api/projects", bearer: ada).status == 200)
            #expect(try await server.send(.delete, Self.path, bearer: ada).errorType() == "forbidden")
        }
    }

    @Test func aNewPasswordLeavesItOn() async throws {
        let mail = RecordedMail()
        try await TestServer.with(mail: mail) { server in
            let ada = try await server.register().access
            let users = UserAdministration(store: server.store, clock: server.clock.wallClock)
            try await users.verify(users.find("ada@example.com"))
            let device = try await server.turnOnSecondFactor(bearer: ada)
            _ = try await server.post("/api/auth/password/forgotten", #"{"email":"ada@example.com"}"#)
            try await server.work()
            let body = #"{"token":"\#(try #require(mail.token))","password":"\#(TestServer.password)"}"#
            #expect(try await server.post("/api/auth/password/reset", body).status == 204)
            #expect(try await server.finishSignIn(server.ticket(), device.recoveryCodes[0]).status == 200)
        }
    }

    /// Nobody locks the owner of an address out of it.
    @Test func whereMailIsSentTheAddressIsVerifiedFirst() async throws {
        try await TestServer.with(mail: RecordedMail()) { server in
            let ada = try await server.register().access
            #expect(try await server.post(Self.path, bearer: ada).status == 409)
            let users = UserAdministration(store: server.store, clock: server.clock.wallClock)
            try await users.verify(users.find("ada@example.com"))
            #expect(try await server.turnOnSecondFactor(bearer: ada).recoveryCodes.count == 10)
            try await users.turnSecondFactorOff(users.find("ada@example.com"))
            #expect(try await server.login().access.isEmpty == false)
        }
    }

    @Test func aNewKeyTakesOverWhatIsUsed() async throws {
        let (old, new) = ("an old key of more than 32 bytes and some", "a new key of more than 32 bytes and more")
        try await StoreKind.underTest.withStore { store in
            let clock = TestClock()
            let secret = Mutex(Data())
            try await TestServer.on(store, settings: ["JWT_SECRET_KEY": old], clock: clock) { server in
                let ada = try await server.register().access
                let device = try await server.turnOnSecondFactor(bearer: ada)
                secret.withLock { $0 = device.secret }
            }
            let device = Device(secret: secret.withLock { $0 }, clock: clock)
            for previous in [old, ""] {
                clock.advance(30)
                try await TestServer.on(store, settings: ["JWT_SECRET_KEY": new, "JWT_PREVIOUS_SECRET_KEYS": previous], clock: clock) { server in
                    let answer = try await server.finishSignIn(server.ticket(), device.code)
                    #expect(answer.status == 200)
                }
            }
        }
    }

    @Test func aCopyOfTheDatabaseMakesNoCodes() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let device = try await server.turnOnSecondFactor(bearer: ada)
            let stored = try #require(try await server.store.users.findByEmail("ada@example.com")?.secondFactor)
            #expect(Data(base64URL: stored.sealedSecret)?.range(of: device.secret) == nil)
            #expect(device.recoveryCodes.allSatisfy { !stored.recoveryCodes.contains($0) })
            #expect(!server.log.text.contains(Base32.text(device.secret)) && !server.log.text.contains(device.recoveryCodes[0]))
        }
    }
}
