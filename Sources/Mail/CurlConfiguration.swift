/// Settings of curl as its configuration file has them.
enum CurlConfiguration {
    /// - Parameter settings: Names of long options, with their values.
    static func text(_ settings: [(name: String, value: String?)]) -> String {
        settings.map { name, value in value.map { "\(name) = \"\(escaped($0))\"\n" } ?? "\(name)\n" }.joined()
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n").replacing("\r", with: "\\r")
    }
}
