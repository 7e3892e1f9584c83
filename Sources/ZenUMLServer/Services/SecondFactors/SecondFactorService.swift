import Domain
import Foundation

/// What people prove besides the first factor: setting it up, asking for it, and turning it off.
struct SecondFactorService: Sendable {
    /// How often a record is read again that somebody else has just changed.
    private static let attempts = 5
    /// Wrong codes after which only a recovery code counts: six digits are guessed some time (NIST SP 800-63B §5.2.2 allows 100).
    static let mostFailures = 50

    let users: any UserRepository
    /// Of the secrets that devices know.
    let seal: Seal
    /// Whether this server asks everybody for one.
    let isRequired: Bool
    /// Whether an address can be verified by mail; then it must be: nobody locks others out of their own address.
    let asksForVerifiedEmail: Bool
    let clock: WallClock
    let random: RandomSource

    func state(of user: User) -> SecondFactorState {
        let factor = user.secondFactor.flatMap { $0.isOn ? $0 : nil }
        return SecondFactorState(isOn: factor != nil, isRequired: isRequired, recoveryCodes: factor?.recoveryCodes.count ?? 0)
    }

    /// Makes a secret, which counts when a code of it comes.
    /// - Throws: ``DomainError/conflict(_:)`` where it is on already, or the address is not verified.
    func start(_ userID: String) async throws -> SecondFactorSetup {
        let secret = random.bytes(OneTimePassword.secretLength)
        let sealed = try seal.seal(Data(secret))
        let user = try await change(userID) { user in
            guard !user.hasSecondFactor else { throw DomainError.conflict("The second factor is on already") }
            guard user.isEmailVerified || !asksForVerifiedEmail else {
                throw DomainError.conflict("Verify your e-mail address before you set up a second factor")
            }
            return SecondFactor(sealedSecret: sealed)
        }
        return Self.setup(Base32.text(secret), for: user.email)
    }

    /// Turns it on by a first code. The same code once more, by somebody who did not get the answer, makes other recovery codes.
    /// - Returns: The recovery codes.
    /// - Throws: ``DomainError/validation(_:)`` for a wrong code, ``DomainError/conflict(_:)`` where nothing was started.
    func activate(_ userID: String, code: String) async throws -> RecoveryCodes {
        let codes = makeCodes()
        let now = clock.now
        _ = try await change(userID) { user in
            guard var factor = user.secondFactor else { throw Self.notStarted }
            let last = factor.isOn ? factor.lastStep - 1 : factor.lastStep
            guard let (step, _) = step(of: code, factor, after: last) else { throw factor.isOn ? Self.notStarted : Self.wrongCode }
            guard !factor.isOn || step == factor.lastStep else { throw Self.notStarted }
            factor.activatedAt = factor.activatedAt ?? now
            factor.lastStep = step
            factor.recoveryCodes = codes.map(\.hash)
            return factor
        }
        return RecoveryCodes(codes: codes.map(\.text))
    }

    /// New recovery codes; those that there were end.
    /// - Throws: ``DomainError/conflict(_:)`` where it is off.
    func renewRecoveryCodes(_ userID: String) async throws -> RecoveryCodes {
        let codes = makeCodes()
        _ = try await change(userID) { user in
            guard var factor = user.secondFactor, factor.isOn else { throw DomainError.conflict("The second factor is off") }
            factor.recoveryCodes = codes.map(\.hash)
            return factor
        }
        return RecoveryCodes(codes: codes.map(\.text))
    }

    /// - Returns: Whether it was on.
    /// - Throws: ``DomainError/forbidden(_:)`` where this server asks everybody for one.
    func turnOff(_ userID: String) async throws -> Bool {
        guard !isRequired else { throw DomainError.forbidden("This server asks everybody for a second factor") }
        var wasOn = false
        _ = try await change(userID) { user in
            wasOn = user.hasSecondFactor
            return nil
        }
        return wasOn
    }

    /// Takes a code, once and for all.
    /// - Parameter code: Of the device, or a recovery code.
    /// - Returns: The user after that.
    /// - Throws: ``DomainError/validation(_:)`` for a wrong one; ``DomainError/secondFactorExpired`` where it has been turned off.
    func use(_ code: String, of userID: String) async throws -> User {
        var isRight = false
        let user = try await change(userID) { user in
            guard let factor = user.secondFactor, factor.isOn else { throw DomainError.secondFactorExpired }
            let used = try used(factor, code)
            isRight = used != nil
            return used ?? Self.failed(factor)
        }
        guard isRight else { throw user.secondFactor.map(Self.isLocked) == true ? Self.locked : Self.wrongCode }
        return user
    }

    /// - Returns: What is left; `nil` for a wrong code.
    private func used(_ factor: SecondFactor, _ code: String) throws -> SecondFactor? {
        var factor = factor
        if !Self.isLocked(factor), let (step, secret) = step(of: code, factor, after: factor.lastStep) {
            factor.lastStep = step
            // With the key in force, so that a former one is of no use any more some time.
            factor.sealedSecret = try seal.seal(secret)
        } else if let index = factor.recoveryCodes.firstIndex(of: RecoveryCode.hash(code)) {
            factor.recoveryCodes.remove(at: index)
        } else {
            return nil
        }
        factor.failures = 0
        return factor
    }

    private static func failed(_ factor: SecondFactor) -> SecondFactor {
        var factor = factor
        factor.failures = min(factor.failures + 1, mostFailures)
        return factor
    }

    private static func isLocked(_ factor: SecondFactor) -> Bool { factor.failures >= mostFailures }

    private func makeCodes() -> [RecoveryCode] {
        (0..<RecoveryCode.count).map { _ in RecoveryCode(random: random) }
    }

    /// - Returns: `nil` for what is no code of the device at this moment, and where its secret can't be opened any more.
    private func step(of code: String, _ factor: SecondFactor, after last: Int) -> (step: Int, secret: Data)? {
        guard let secret = seal.open(factor.sealedSecret),
            let step = OneTimePassword.matchingStep(of: code.filter { !$0.isWhitespace }, secret: secret, at: clock.now, after: last)
        else { return nil }
        return (step, secret)
    }

    /// Changes what is stored by what is stored: of two who do so at the same time, the second looks again.
    private func change(_ userID: String, _ body: (User) throws -> SecondFactor?) async throws -> User {
        for _ in 0..<Self.attempts {
            guard let user = try await users.find(id: userID) else { throw DomainError.invalidToken }
            let factor = try body(user)
            let change = UserChange(id: userID, [.secondFactor(factor)], if: .secondFactor(user.secondFactor), updatedAt: clock.now)
            if let changed = try await users.change(change) { return changed }
        }
        throw DomainError.overloaded("The account is being changed; please try again")
    }

    /// The key URI format that authenticator apps read.
    private static func setup(_ secret: String, for email: String) -> SecondFactorSetup {
        var unreserved = CharacterSet.alphanumerics
        unreserved.insert(charactersIn: "-._~")
        let label = "ZenUML:\(email)".addingPercentEncoding(withAllowedCharacters: unreserved) ?? "ZenUML"
        let settings = "secret=\(secret)&issuer=ZenUML&algorithm=SHA1&digits=\(OneTimePassword.digits)&period=\(OneTimePassword.period)"
        return SecondFactorSetup(secret: secret, address: "otpauth://totp/\(label)?\(settings)")
    }

    private static let notStarted = DomainError.conflict("No second factor is being set up")

    private static let wrongCode = DomainError.validation([
        FieldError(location: ["body", "code"], message: "This code is wrong, or was used already", type: "wrong_code")
    ])

    private static let locked = DomainError.validation([
        FieldError(location: ["body", "code"], message: "Too many codes were wrong; use a recovery code", type: "code_locked")
    ])
}
