import Testing

@testable import UML

struct NameIndexTests {
    private static let seed: UInt64 = 20_261_126

    /// Names that are beginnings of each other, bytes of all values, and the empty one.
    @Test func itFindsWhatADictionaryFinds() {
        var random = SplitMix64(state: Self.seed)
        for _ in 0..<200 {
            var index = NameIndex()
            var expected: [[UInt8]: Int] = [:]
            for number in 0..<200 {
                let name = Self.name(&random)
                #expect(index.find(name) == expected[name], "seed \(Self.seed)")
                index.insert(name, number)
                if expected[name] == nil { expected[name] = number }
            }
            for (name, number) in expected { #expect(index.find(name) == number, "seed \(Self.seed)") }
        }
    }

    private static func name(_ random: inout SplitMix64) -> [UInt8] {
        let bytes: [UInt8] = [0, 0x41, 0x42, 0x7F, 0xFF]
        return (0..<Int.random(in: 0..<6, using: &random)).map { _ in bytes.randomElement(using: &random) ?? 0 }
    }
}
