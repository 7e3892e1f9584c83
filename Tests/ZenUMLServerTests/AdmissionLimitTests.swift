import Domain
import Testing

@testable import ZenUMLServer

struct AdmissionLimitTests {
    private struct Failure: Error {}

    @Test func whatIsTooMuchIsRefusedAtOnce() async throws {
        let admissions = AdmissionLimit(2, refusal: "too many")
        let answer = try await admissions.admit {
            try await admissions.admit {
                await #expect(throws: DomainError.overloaded("too many")) { try await admissions.admit { 0 } }
                return 7
            }
        }
        #expect(answer == 7)
    }

    @Test func aFailureMakesRoom() async throws {
        let admissions = AdmissionLimit(1, refusal: "too many")
        for _ in 0..<3 {
            await #expect(throws: Failure.self) { try await admissions.admit { throw Failure() } }
        }
        #expect(try await admissions.admit { 7 } == 7)
    }
}
