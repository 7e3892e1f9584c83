import Foundation
import Logging
import Synchronization
import Testing

@testable import ZenUMLServer

@Suite("JSON log")
struct JSONLogTests {
    /// ASVS 16.4.1
    @Test func aLineIsOneObjectWhateverIsInIt() throws {
        let lines = Mutex<[String]>([])
        let logger = Logger(label: "zenuml") { label in
            JSONLogHandler(label: label, level: .info) { line in lines.withLock { $0.append(line) } }
        }
        logger.info(
            "re\"quest\n", metadata: ["user": "x\n{\"forged\":true}", "status": .stringConvertible(200), "duration_ms": .stringConvertible(1.5)])
        logger.debug("not at this level")
        let line = try #require(lines.withLock { $0 }.first)
        #expect(lines.withLock { $0.count } == 1)
        #expect(line.dropLast().contains("\n") == false)
        let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["message"] as? String == "re\"quest\n")
        #expect(object["user"] as? String == "x\n{\"forged\":true}")
        #expect(object["status"] as? Int == 200)
        #expect(object["duration_ms"] as? Double == 1.5)
        #expect(object["level"] as? String == "info")
        #expect((object["timestamp"] as? String)?.hasSuffix("Z") == true)
    }
}
