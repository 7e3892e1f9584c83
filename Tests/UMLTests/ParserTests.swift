import Foundation
import Testing

@testable import UML

/// The tables in `Cases/`. `make record` writes them anew.
struct ParserTests {
    /// Once, and only when asked for.
    private static let recording: Void? = ProcessInfo.processInfo.environment["UML_RECORD"].map { _ in try? ParserCase.record() } ?? nil

    init() { _ = Self.recording }

    @Test func thereAreManyCases() { #expect(ParserCase.all.count >= 350) }

    @Test(arguments: ParserCase.all) func aSourceHasItsOutline(_ parserCase: ParserCase) {
        #expect(Outline.lines(parserCase.source) == parserCase.expected)
    }
}
