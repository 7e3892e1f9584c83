import Domain
import Testing

struct RandomSourceTests {
    @Test func thereAreAsManyBytesAsWereAskedFor() {
        for count in 0...40 { #expect(RandomSource.system.bytes(count).count == count) }
    }

    /// RFC 9562 §5.4
    @Test func anIdentifierIsOfVersionFourAndNeverTheSame() {
        let ids = (0..<1000).map { _ in RandomSource.system.uuid() }
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil })
    }
}
