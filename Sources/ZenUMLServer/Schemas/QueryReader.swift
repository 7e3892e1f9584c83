import Domain
import Hummingbird

/// Reads the parameters of a query and collects what is wrong with them.
struct QueryReader {
    private let query: Parameters
    private var errors: [FieldError] = []

    init(_ query: Parameters) {
        self.query = query
    }

    /// - Parameter problem: What to say when `parse` can't make anything of the text.
    /// - Returns: `nil` when the parameter is left out or wrong; ``finish()`` throws for a wrong one.
    mutating func value<Value>(_ name: String, problem: FieldProblem, parse: (String) -> Value?) -> Value? {
        let values = query.getAll(name)
        guard let text = values.first else { return nil }
        if values.count > 1 { note(name, FieldProblem("Input should be given once", type: "repeated")) }
        let value = parse(text)
        if value == nil { note(name, problem) }
        return value
    }

    mutating func number(_ name: String, in range: ClosedRange<Int>, default: Int) -> Int {
        let problem = FieldProblem("Input should be a whole number from \(range.lowerBound) to \(range.upperBound)", type: "int_range")
        return value(name, problem: problem) { text in
            guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), range.contains(number) else { return nil }
            return number
        } ?? `default`
    }

    mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(_ name: String, default: Choice) -> Choice {
        let names = Choice.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return value(name, problem: FieldProblem("Input should be one of \(names)", type: "enum"), parse: Choice.init) ?? `default`
    }

    mutating func flag(_ name: String) -> Bool? {
        value(name, problem: FieldProblem("Input should be true or false", type: "bool_parsing"), parse: Bool.init)
    }

    /// - Throws: ``DomainError/validation(_:)``.
    func finish() throws {
        if !errors.isEmpty { throw DomainError.validation(errors) }
    }

    private mutating func note(_ name: String, _ problem: FieldProblem) {
        errors.append(FieldError(location: ["query", name], message: problem.message, type: problem.type))
    }
}
