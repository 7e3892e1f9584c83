import Configuration

/// Reads settings one by one, each with its default and with an error that names it.
struct SettingsReader {
    private let reader: ConfigReader

    init(_ reader: ConfigReader) {
        self.reader = reader
    }

    /// The value as written, or the default; `nil` when neither is there. An empty value counts as none.
    func text(_ setting: Setting) -> String? {
        let key = ConfigKey(setting.name.lowercased().split(separator: "_").map(String.init))
        guard let value = reader.string(forKey: key), !value.isEmpty else { return setting.defaultValue }
        return value
    }

    /// - Throws: ``SettingsError`` when there is no value or `parse` makes nothing of it.
    func value<Value>(_ setting: Setting, expected: String, parse: (String) -> Value?) throws -> Value {
        guard let value = try optional(setting, expected: expected, parse: parse) else {
            throw SettingsError(setting, "is missing; expected \(expected)")
        }
        return value
    }

    /// - Throws: ``SettingsError`` when there is a value and `parse` makes nothing of it.
    func optional<Value>(_ setting: Setting, expected: String, parse: (String) -> Value?) throws -> Value? {
        guard let text = text(setting) else { return nil }
        guard let value = parse(text) else {
            let shown = setting.isSecret ? "the value" : "\"\(text)\""
            throw SettingsError(setting, "\(shown) is not valid; expected \(expected)")
        }
        return value
    }

    /// The parts between commas, without white space around them and without empty ones.
    func list<Value>(_ setting: Setting, expected: String, parse: (String) -> Value?) throws -> [Value] {
        try (text(setting) ?? "").split(separator: ",").map { String($0.trimmingWhiteSpace()) }.filter { !$0.isEmpty }.map { part in
            guard let value = parse(part) else {
                throw SettingsError(setting, "\"\(part)\" is not valid; expected \(expected), separated by commas")
            }
            return value
        }
    }
}
