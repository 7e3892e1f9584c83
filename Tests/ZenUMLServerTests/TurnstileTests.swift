import Testing

@testable import ZenUMLServer

struct TurnstileTests {
    private struct Refused: Error {}

    private actor Room {
        private(set) var inside = 0
        private(set) var most = 0

        func enter() {
            inside += 1
            most = max(most, inside)
        }

        func leave() { inside -= 1 }
    }

    @Test func onlyAFewAreInAtOnce() async {
        let turnstile = Turnstile(places: 2)
        let room = Room()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    await turnstile.pass {
                        await room.enter()
                        for _ in 0..<5 { await Task.yield() }
                        await room.leave()
                    }
                }
            }
        }
        let (inside, most) = (await room.inside, await room.most)
        #expect(inside == 0)
        #expect(most == 2)
    }

    @Test func aFailureFreesItsPlace() async throws {
        let turnstile = Turnstile(places: 1)
        for _ in 0..<3 {
            await #expect(throws: Refused.self) { try await turnstile.pass { throw Refused() } }
        }
        let answer = await turnstile.pass { 7 }
        #expect(answer == 7)
    }
}
