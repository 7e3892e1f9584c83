import Domain
import Pictures

/// Reads the fields of a JSON object and collects what is wrong with them.
struct FieldReader {
    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private let container: KeyedDecodingContainer<Key>
    private var errors: [FieldError] = []

    /// - Throws: ``DomainError/validation(_:)`` when the value is no object.
    init(_ decoder: any Decoder) throws {
        do {
            container = try decoder.container(keyedBy: Key.self)
        } catch is DecodingError {
            throw DomainError.validation([
                FieldError(location: ["body"], message: "Input should be an object", type: "object_type")
            ])
        }
    }

    /// A text that must be there.
    /// - Parameter check: Gives the text as it is to be used, or throws a ``FieldProblem``.
    /// - Returns: An empty text when there was an error; ``finish()`` throws then.
    mutating func string(_ name: String, check: (String) throws(FieldProblem) -> String = { (text) throws(FieldProblem) in text }) -> String {
        let key = Key(stringValue: name)
        guard container.contains(key) else {
            return note(name, .missing)
        }
        guard let text = try? container.decode(String.self, forKey: key) else {
            return note(name, FieldProblem("Input should be a valid string", type: "string_type"))
        }
        do {
            return try check(text)
        } catch {
            return note(name, error)
        }
    }

    /// An address that must be there, in lower case. White space around it belongs to nobody's.
    mutating func email(_ name: String) -> String {
        string(name) { (text) throws(FieldProblem) in try TextRules.email(String(text.trimmingWhiteSpace())) }
    }

    /// A text that may be left out.
    mutating func optionalString(_ name: String, check: (String) throws(FieldProblem) -> String) -> String? {
        container.contains(Key(stringValue: name)) ? string(name, check: check) : nil
    }

    /// A switch that may be left out.
    mutating func optionalFlag(_ name: String) -> Bool? {
        optional(name, Bool.self, else: FieldProblem("Input should be a valid boolean", type: "bool_type"))
    }

    /// A value that may be left out.
    private mutating func optional<Value: Decodable>(_ name: String, _: Value.Type, else problem: FieldProblem) -> Value? {
        let key = Key(stringValue: name)
        guard container.contains(key) else { return nil }
        if let value = try? container.decode(Value.self, forKey: key) { return value }
        refuse(name, problem)
        return nil
    }

    /// Positions of elements, which may be left out.
    /// - Returns: As a JSON object with its members in the order of their names.
    mutating func optionalLayout(_ name: String) -> String? {
        guard let layout = layout(name) else { return nil }
        guard let text = layout.json else {
            return note(name, FieldProblem("Layout cannot be larger than \(DiagramLayout.largest >> 10) KiB", type: "layout_too_large"))
        }
        return text
    }

    /// Positions of elements, which may be left out.
    mutating func layout(_ name: String) -> DiagramLayout? {
        optional(
            name, DiagramLayout.self,
            else: FieldProblem("Input should be an object of positions, such as {\"Alice\": {\"x\": 1, \"y\": 2}}", type: "layout_type"))
    }

    /// One of a few names.
    /// - Parameter default: What is meant when there is no such field.
    mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(_ name: String, default: Choice) -> Choice {
        guard container.contains(Key(stringValue: name)) else { return `default` }
        let names = Choice.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let text = string(name) { text throws(FieldProblem) in
            guard Choice(rawValue: text) != nil else { throw FieldProblem("Input should be one of \(names)", type: "enum") }
            return text
        }
        return Choice(rawValue: text) ?? `default`
    }

    /// A number within limits.
    /// - Parameter default: What is meant when there is no such field.
    mutating func number(_ name: String, in range: ClosedRange<Double>, default: Double) -> Double {
        let key = Key(stringValue: name)
        guard container.contains(key) else { return `default` }
        guard let number = try? container.decode(Double.self, forKey: key), range.contains(number) else {
            _ = note(name, FieldProblem("Input should be a number from \(range.lowerBound) to \(range.upperBound)", type: "number_range"))
            return `default`
        }
        return number
    }

    func has(_ name: String) -> Bool { container.contains(Key(stringValue: name)) }

    mutating func refuse(_ name: String, _ problem: FieldProblem) { _ = note(name, problem) }

    func finish() throws {
        if !errors.isEmpty { throw DomainError.validation(errors) }
    }

    private mutating func note(_ name: String, _ problem: FieldProblem) -> String {
        errors.append(FieldError(location: ["body", name], message: problem.message, type: problem.type))
        return ""
    }
}
