import Domain
import Foundation
import TestSupport
import Testing

@testable import MongoStore

/// Lists are read in a quick way of their own, which must come to the same as the other.
@Suite("Rows out of BSON")
struct BSONRowsTests {
    @Test func rowsAreWhatTheDocumentsAre() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        for _ in 0..<300 {
            let checks = Self.checks(&random)
            let reply = try BSONWriter.bytes(of: Self.reply(checks, &random))
            #expect(try BSONReader.rows(of: reply, StatusCheck.init(row:)) == checks, "seed \(seed)")
        }
    }

    @Test func damagedRepliesGiveTheSameOrAnErrorAndNeverACrash() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        var (refused, read) = (0, 0)
        for _ in 0..<20_000 {
            var bytes = try BSONWriter.bytes(of: Self.reply(Self.checks(&random), &random))
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let expected = try? BSONReader.document(bytes).document("cursor").documents("firstBatch").map(StatusCheck.init(document:))
            do {
                let rows = try BSONReader.rows(of: bytes, StatusCheck.init(row:))
                if let expected { #expect(rows == expected, "seed \(seed)") }
                read += 1
            } catch is BSONError {
                #expect(expected == nil, "seed \(seed)")
                refused += 1
            }
        }
        #expect(refused > 1000 && read > 1000, "seed \(seed)")
    }

    @Test(
        arguments: [
            ([:], "firstBatch"), (["cursor": ["id": 0]], "firstBatch"), (["cursor": ["firstBatch": [1]]], "firstBatch"),
            (["cursor": ["firstBatch": [["_id": "a", "client_name": "b"]]]], "timestamp"),
            (["cursor": ["firstBatch": [["_id": 1, "client_name": "b", "timestamp": .date(1)]]]], "_id"),
        ] as [(BSONDocument, String)])
    func whatIsMissingOrOfAnotherTypeIsNamed(_ reply: BSONDocument, _ field: String) throws {
        let bytes = try BSONWriter.bytes(of: reply)
        #expect(throws: BSONError.field(field)) { try BSONReader.rows(of: bytes, StatusCheck.init(row:)) }
    }

    private static func checks(_ random: inout SeededRandom) -> [StatusCheck] {
        (0..<Int.random(in: 0...5, using: &random)).map { number in
            StatusCheck(
                id: "id-\(number)", clientName: ["", "a", "漢字", "a name of more than fifteen bytes"].randomElement(using: &random) ?? "",
                timestamp: Date(milliseconds: Int64.random(in: 0...4_000_000_000_000, using: &random)))
        }
    }

    /// With fields that nobody asked for, as later versions may write and the server adds.
    private static func reply(_ checks: [StatusCheck], _ random: inout SeededRandom) -> BSONDocument {
        let documents = checks.map { check -> BSONValue in
            var fields = check.document.fields
            if Bool.random(using: &random) { fields.append(.init(name: "later", value: ["nested": [1, nil, "x"]])) }
            if Bool.random(using: &random) { fields.append(.init(name: "empty", value: nil)) }
            fields.shuffle(using: &random)
            return .document(BSONDocument(fields: fields))
        }
        return ["cursor": ["id": 0, "firstBatch": .array(documents), "ns": "zenuml.status_checks"], "ok": .double(1)]
    }
}
