/// The rules for the texts that people and programs send. Lengths count Unicode scalars, as JSON Schema does.
enum TextRules {
    static let nameLength = 1...100
    static let clientNameLength = 1...255
    /// Of the names of projects and diagrams.
    static let titleLength = 1...255
    static let versionNameLength = 1...80
    static let searchLength = 200
    static let descriptionLength = 2000
    /// In bytes of UTF-8.
    static let largestSource = 1 << 20
    static let emailLength = 3...254
    /// The form of an address in HTML's `<input type="email">`, with at least one dot in the domain.
    static let emailPattern = #"""
        ^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$
        """#

    /// - Returns: The address in lower case.
    static func email(_ text: String) throws(FieldProblem) -> String {
        // The length comes first: it bounds the work of the pattern.
        guard emailLength.contains(text.unicodeScalars.count), text.utf8.allSatisfy({ $0 < 0x80 }), isAddress(text) else {
            throw FieldProblem("Input should be a valid e-mail address", type: "value_error")
        }
        return text.lowercased()
    }

    /// A value that is opaque to us. Of white space it is as good as none.
    static func present(_ text: String) throws(FieldProblem) -> String {
        guard !text.trimmingWhiteSpace().isEmpty else { throw .missing }
        return text
    }

    static func name(_ text: String) throws(FieldProblem) -> String {
        try trimmed(text, length: nameLength, subject: "Name")
    }

    static func clientName(_ text: String) throws(FieldProblem) -> String {
        try trimmed(text, length: clientNameLength, subject: "Client name")
    }

    static func projectName(_ text: String) throws(FieldProblem) -> String {
        try trimmed(text, length: titleLength, subject: "Project name")
    }

    static func diagramName(_ text: String) throws(FieldProblem) -> String {
        try trimmed(text, length: titleLength, subject: "Diagram name")
    }

    static func versionName(_ text: String) throws(FieldProblem) -> String {
        try trimmed(text, length: versionNameLength, subject: "Version name")
    }

    /// A text of several lines, or none.
    static func description(_ text: String) throws(FieldProblem) -> String {
        guard !text.hasNull else { throw FieldProblem("Description cannot contain the character U+0000") }
        guard text.unicodeScalars.count <= descriptionLength else {
            throw FieldProblem("Description cannot be longer than \(descriptionLength) characters", type: "string_too_long")
        }
        return String(text.trimmingWhiteSpace())
    }

    static let searchProblem = FieldProblem("Input should have at most \(searchLength) characters, none of them U+0000", type: "string_too_long")

    /// What a person looks for.
    static func search(_ text: String) -> String? {
        text.unicodeScalars.count <= searchLength && !text.hasNull ? text : nil
    }

    /// A source that is to be kept.
    static func storedSource(_ text: String) throws(FieldProblem) -> String {
        guard !text.hasNull else { throw FieldProblem("Source cannot contain the character U+0000") }
        return try source(text)
    }

    /// The source of a diagram, as it is.
    static func source(_ text: String) throws(FieldProblem) -> String {
        guard text.utf8.count <= largestSource else {
            throw FieldProblem("Source cannot be larger than 1 MiB", type: "string_too_long")
        }
        return text
    }

    private static func trimmed(_ text: String, length: ClosedRange<Int>, subject: String) throws(FieldProblem) -> String {
        let trimmed = String(text.trimmingWhiteSpace())
        guard !trimmed.isEmpty else { throw FieldProblem("\(subject) cannot be empty") }
        guard !text.hasNull else { throw FieldProblem("\(subject) cannot contain the character U+0000") }
        guard text.unicodeScalars.count <= length.upperBound else {
            throw FieldProblem("\(subject) cannot be longer than \(length.upperBound) characters", type: "string_too_long")
        }
        return trimmed
    }

    private static let localSymbols = Set(".!#$%&'*+/=?^_`{|}~-".utf8)

    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].utf8.count) else { return false }
        guard parts[0].utf8.allSatisfy({ isAlphanumeric($0) || localSymbols.contains($0) }) else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy(isLabel)
    }

    /// A label of a host name (RFC 1123 §2.1).
    private static func isLabel(_ label: Substring) -> Bool {
        guard let first = label.utf8.first, let last = label.utf8.last, label.utf8.count <= 63 else { return false }
        return isAlphanumeric(first) && isAlphanumeric(last) && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }
}
