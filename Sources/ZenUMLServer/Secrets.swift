import Domain
public import Foundation

/// The keys that sign tokens. A value of this type never shows them.
public struct Secrets: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    let current: String
    let previous: [String]

    init(current: String, previous: [String] = []) {
        self.current = current
        self.previous = previous
    }

    /// - Parameters:
    ///   - settings: Names the key, or leaves it to this machine.
    ///   - file: Where this machine keeps its own key. Read when the settings name none, made with mode 0600 when it is not there.
    /// - Throws: ``SettingsError`` when the file can't be read or made, or others may read it.
    public init(_ settings: SecretSettings, keptAt file: URL) throws {
        self.init(current: try settings.current ?? Self.readOrMake(at: file), previous: settings.previous)
    }

    private static func readOrMake(at file: URL) throws -> String {
        guard FileManager.default.fileExists(atPath: file.path) else { return try make(at: file) }
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        guard let mode = attributes?[.posixPermissions] as? Int, mode & 0o077 == 0 else {
            throw SettingsError(.jwtSecretKey, "its file \(file.path) can be read by others; expected mode 0600")
        }
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw SettingsError(.jwtSecretKey, "its file \(file.path) can't be read")
        }
        let key = String(text.trimmingWhiteSpace())
        guard key.utf8.count >= SecretSettings.minimumLength else {
            throw SettingsError(.jwtSecretKey, "its file \(file.path) holds no key; delete it to have a new one made")
        }
        return key
    }

    private static func make(at file: URL) throws -> String {
        let key = RandomSource.system.bytes(48).base64URL
        let made = FileManager.default.createFile(atPath: file.path, contents: Data((key + "\n").utf8), attributes: [.posixPermissions: 0o600])
        guard made else { throw SettingsError(.jwtSecretKey, "no key is set and none can be kept at \(file.path)") }
        return key
    }

    public var description: String { "Secrets(hidden)" }
    public var debugDescription: String { description }
}
