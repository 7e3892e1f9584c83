import Domain
import Testing

@testable import RedisStore

@Suite("Pauses between attempts to connect")
struct ReconnectBackoffTests {
    private let shortest = RandomSource { [UInt8](repeating: 0, count: $0) }
    private let longest = RandomSource { [UInt8](repeating: 0xFF, count: $0) }

    @Test func theyDoubleAndDiffer() {
        let pauses = (0..<5).map { (ReconnectBackoff.pause(after: $0, shortest), ReconnectBackoff.pause(after: $0, longest)) }
        #expect(pauses.map(\.0) == [25, 50, 100, 200, 400].map { .milliseconds($0) })
        #expect(pauses.map(\.1) == [75, 150, 300, 600, 1200].map { .milliseconds($0) })
    }

    /// A Redis that is back is in use again within that time.
    @Test func noneIsLongerThanFiveSeconds() {
        for failures in [7, 20, 1000, .max] {
            #expect(ReconnectBackoff.pause(after: failures, longest) <= .seconds(5))
            #expect(ReconnectBackoff.pause(after: failures, shortest) > .seconds(1.6))
        }
    }
}
