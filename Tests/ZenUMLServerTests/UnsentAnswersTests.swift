import Domain
import Testing

@testable import ZenUMLServer

struct UnsentAnswersTests {
    @Test func memoryIsGivenBackWhenAnAnswerIsLetGoOf() throws {
        let answers = UnsentAnswers(limit: 100, limitPerClient: 60)
        do {
            let first = try answers.reserve(40, for: .account("a"))
            #expect(throws: DomainError.self) { try answers.reserve(30, for: .account("a")) }
            let second = try answers.reserve(60, for: .account("b"))
            #expect(answers.bytes == 100)
            #expect(throws: DomainError.self) { try answers.reserve(1, for: .account("c")) }
            withExtendedLifetime((first, second)) {}
        }
        #expect(answers.bytes == 0)
        // One answer is given whatever its size, if there is memory for it.
        _ = try answers.reserve(90, for: .account("a"))
        #expect(throws: DomainError.self) { try answers.reserve(101, for: .account("a")) }
    }
}
