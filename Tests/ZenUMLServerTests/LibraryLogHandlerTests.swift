import Logging
import Testing

@testable import ZenUMLServer

struct LibraryLogHandlerTests {
    @Test func whatALibrarySaysComesWithItsMetadataAndNothingBelowTheLevel() {
        let log = CapturedLog()
        var logger = log.logger.atLeast(.notice)
        logger[metadataKey: "kept"] = "a"
        logger[metadataKey: "changed"] = "b"
        logger.info("silent")
        logger.warning("said", metadata: ["changed": "c"])
        #expect(log.lines.map(\.message) == ["said"])
        #expect(log.lines.first?.level == .warning)
        #expect(log.lines.first?.metadata == ["kept": "a", "changed": "c"])
    }
}
