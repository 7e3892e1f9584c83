/// Which passwords are taken: long ones that are not among the first that anybody would try (NIST SP 800-63B §5.1.1.2).
enum PasswordPolicy {
    /// In Unicode scalars.
    static let length = 12...128

    /// - Returns: The password as it was given: it is never trimmed or altered.
    static func check(_ password: String, email: String) throws(FieldProblem) -> String {
        guard length.contains(password.unicodeScalars.count) else {
            throw FieldProblem("Password should have \(length.lowerBound) to \(length.upperBound) characters", type: "string_length")
        }
        guard !CommonPasswords.contains(password), password.lowercased() != email else {
            throw FieldProblem("This password is too easy to guess; choose another", type: "password_common")
        }
        return password
    }

    /// One that somebody has already, by whatever policy it was chosen.
    static func checkPresent(_ password: String) throws(FieldProblem) -> String {
        guard (1...length.upperBound).contains(password.unicodeScalars.count) else {
            throw FieldProblem("Password should have 1 to \(length.upperBound) characters", type: "string_length")
        }
        return password
    }
}
