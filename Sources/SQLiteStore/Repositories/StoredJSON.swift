import Domain
import Foundation

/// Values that a column holds as JSON; their fields are named as columns are.
enum StoredJSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// One statement, however many there are: each that differs is kept prepared. Its argument is the ``text(_:)`` of an array.
    static let isAmong = "IN (SELECT value FROM json_each(?))"

    static func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: Data(text.utf8))
    }
}

extension RawRepresentable where RawValue == String {
    /// - Throws: ``StoreUnavailableError`` for a name that this version of the program doesn't know.
    init(stored text: String) throws {
        guard let value = Self(rawValue: text) else {
            throw StoreUnavailableError(reason: "SQLite: \(text) is no \(Self.self) that this version knows")
        }
        self = value
    }
}
