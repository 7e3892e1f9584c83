import Domain
import Foundation
import Testing

@testable import ZenUMLServer

@Suite("One-time passwords")
struct OneTimePasswordTests {
    private static let secret = Data("12345678901234567890".utf8)

    /// RFC 6238, appendix B, of whose eight digits ours are the last six.
    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"), (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ])
    func theCodesAreThoseOfTheStandard(_ seconds: Int, _ code: String) {
        let step = OneTimePassword.step(at: Date(timeIntervalSince1970: TimeInterval(seconds)))
        #expect(OneTimePassword.code(of: Self.secret, step: step) == code)
    }

    @Test func clocksMayDifferByOneStepAndNoCodeCountsTwice() {
        let now = Date(timeIntervalSince1970: 3_000_000)
        let step = OneTimePassword.step(at: now)
        for (offset, isGood) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let code = OneTimePassword.code(of: Self.secret, step: step + offset)
            let found = OneTimePassword.matchingStep(of: code, secret: Self.secret, at: now, after: 0)
            #expect(found == (isGood ? step + offset : nil))
            #expect(OneTimePassword.matchingStep(of: code, secret: Self.secret, at: now, after: step + 1) == nil)
        }
        let code = OneTimePassword.code(of: Self.secret, step: step)
        #expect(OneTimePassword.matchingStep(of: code, secret: Self.secret, at: now, after: step) == nil)
        for wrong in ["", "12345", code + "0", "２８７０８２"] {
            #expect(OneTimePassword.matchingStep(of: wrong, secret: Self.secret, at: now, after: 0) == nil)
        }
    }

    /// RFC 4648 §10, without padding.
    @Test(arguments: [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI")])
    func secretsAreWrittenInBase32(_ text: String, _ written: String) {
        #expect(Base32.text(text.utf8) == written)
    }

    @Test func recoveryCodesAreTakenHoweverTheyAreTyped() {
        let code = RecoveryCode(random: .system)
        #expect(code.text.wholeMatch(of: /([a-z2-7]{4}-){5}[a-z2-7]{4}/) != nil)
        #expect(RecoveryCode.hash(code.text.uppercased().replacing("-", with: " ")) == code.hash)
        #expect(RecoveryCode(random: .system).hash != code.hash)
    }
}
