/// Settings of curl as its configuration file has them.
enum CurlConfiguration {
    /// - Parameter settings: Names of long options, with their values.
    static func text(_ settings: [(name: String, value: String?)]) -> String {
        settings.map { name, value in value.map { "\(name) = \"\(escaped($0))\"\n" } ?? "\(name)\n" }.joined()
    }

    /// Scalar by scalar: a carriage return and a line feed together are one character.
    private static func escaped(_ value: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": escaped.append(contentsOf: "\\\\".unicodeScalars)
            case "\"": escaped.append(contentsOf: "\\\"".unicodeScalars)
            case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
            case "\r": escaped.append(contentsOf: "\\r".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
