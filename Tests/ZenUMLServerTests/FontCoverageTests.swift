import Testing

@testable import Pictures

struct FontCoverageTests {
    @Test func whatNoFontHasIsNamedOnce() {
        let coverage = FontCoverage(charsets: "20-7e a0\n4e00-4eff 4f00-9fff\nac00 rubbish ff-f0\n")
        #expect(coverage.missing(in: ["plain", "中 か 한 か", "\u{200D}\u{FE0F}\u{A0}"]) == ["か", "한"])
        #expect(FontCoverage(charsets: "").missing(in: ["é"]) == ["é"])
    }

    @Test func fontsOfThisMachineAreKnown() async throws {
        let coverage = try #require(await FontCoverage.installed())
        #expect(coverage.missing(in: ["é中か한🚀"]).isEmpty)
        #expect(coverage.missing(in: ["\u{50000}"]) == ["\u{50000}"])
    }
}
