@testable import MongoStore

/// Documents of all types, made up.
enum BSONSamples {
    static func document(_ random: inout some RandomNumberGenerator, depth: Int) -> BSONDocument {
        var document = BSONDocument()
        for _ in 0..<Int.random(in: 0...5, using: &random) {
            document.append(text(&random).replacing("\0", with: ""), value(&random, depth: depth))
        }
        return document
    }

    private static func value(_ random: inout some RandomNumberGenerator, depth: Int) -> BSONValue {
        switch Int.random(in: depth < 4 ? 0...13 : 2...13, using: &random) {
        case 0: .document(document(&random, depth: depth + 1))
        case 1: .array(document(&random, depth: depth + 1).fields.map(\.value))
        case 2: .double(Double.random(in: -1e300...1e300, using: &random))
        case 3: .string(text(&random))
        case 4: .binary(BSONBinary(subtype: .random(in: 0...255, using: &random), bytes: bytes(.random(in: 0...9, using: &random), &random)))
        case 5: BSONObjectID(bytes: bytes(12, &random)).map(BSONValue.objectID) ?? .null
        case 6: .bool(.random(using: &random))
        case 7: .date(Int64.random(in: .min ... .max, using: &random))
        case 8: .int32(.random(in: .min ... .max, using: &random))
        case 9: .timestamp(.random(in: 0 ... .max, using: &random))
        case 10: .int64(.random(in: .min ... .max, using: &random))
        case 11: .minKey
        case 12: .maxKey
        default: .null
        }
    }

    private static func text(_ random: inout some RandomNumberGenerator) -> String {
        let alphabet: [Character] = ["a", "B", "0", ".", "$", "é", "漢", "👩‍🚀", "\0", "\n", "\u{202E}"]
        return String((0..<Int.random(in: 0...8, using: &random)).compactMap { _ in alphabet.randomElement(using: &random) })
    }

    private static func bytes(_ count: Int, _ random: inout some RandomNumberGenerator) -> [UInt8] {
        (0..<count).map { _ in .random(in: 0...255, using: &random) }
    }
}
