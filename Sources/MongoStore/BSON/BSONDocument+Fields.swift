import Domain
import Foundation

/// Values of a known type. Each throws ``BSONError/field(_:)`` when there is no such value.
extension BSONDocument {
    func string(_ name: String) throws -> String {
        guard case .string(let value) = self[name] else { throw BSONError.field(name) }
        return value
    }

    /// One of a few names.
    func name<Name: RawRepresentable<String>>(_ name: String, _: Name.Type) throws -> Name {
        guard let value = Name(rawValue: try string(name)) else { throw BSONError.field(name) }
        return value
    }

    func bool(_ name: String) throws -> Bool {
        guard case .bool(let value) = self[name] else { throw BSONError.field(name) }
        return value
    }

    func date(_ name: String) throws -> Date {
        guard case .date(let milliseconds) = self[name] else { throw BSONError.field(name) }
        return Date(milliseconds: milliseconds)
    }

    func document(_ name: String) throws -> BSONDocument {
        guard case .document(let value) = self[name] else { throw BSONError.field(name) }
        return value
    }

    func strings(_ name: String) throws -> [String] {
        guard case .array(let values) = self[name] else { throw BSONError.field(name) }
        return try values.map {
            guard case .string(let text) = $0 else { throw BSONError.field(name) }
            return text
        }
    }

    func documents(_ name: String) throws -> [BSONDocument] {
        guard case .array(let values) = self[name] else { throw BSONError.field(name) }
        return try values.map {
            guard case .document(let document) = $0 else { throw BSONError.field(name) }
            return document
        }
    }

    /// A whole number, however it is written: the server itself mixes its three types of number.
    func int(_ name: String) throws -> Int {
        switch self[name] {
        case .int32(let value): return Int(value)
        case .int64(let value): return Int(value)
        case .double(let value):
            guard let whole = Int(exactly: value) else { throw BSONError.field(name) }
            return whole
        default: throw BSONError.field(name)
        }
    }

    /// `nil` when the value is null or missing.
    func optional<Value>(_ name: String, _ read: (String) throws -> Value) throws -> Value? {
        switch self[name] {
        case nil, .null: nil
        default: try read(name)
        }
    }
}

extension BSONValue {
    static func date(_ date: Date) -> BSONValue {
        .date(date.milliseconds)
    }

    static func optional(_ text: String?) -> BSONValue {
        text.map(BSONValue.string) ?? .null
    }

    static func optional(_ date: Date?) -> BSONValue {
        date.map(BSONValue.date) ?? .null
    }

    static func int(_ value: Int) -> BSONValue {
        .int64(Int64(value))
    }
}
