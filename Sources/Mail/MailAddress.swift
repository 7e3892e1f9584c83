import Foundation

/// An address with an optional name before it: `ZenUML <zenuml@example.com>`.
public struct MailAddress: Sendable, Equatable {
    public static let expected = "an address such as zenuml@example.com or ZenUML <zenuml@example.com>"

    public let name: String?
    /// Without angle brackets; of printable ASCII, so that it can't add a header or a command.
    public let address: String

    /// - Returns: `nil` for what is no address that a mail can go to.
    public init?(name: String? = nil, _ address: String) {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), address.utf8.count <= 254, address.utf8.allSatisfy(Self.isAllowed) else {
            return nil
        }
        self.name = name.flatMap { $0.isEmpty ? nil : $0 }
        self.address = address
    }

    /// - Parameter text: An address, or a name and an address in angle brackets.
    public init?(_ text: String) {
        guard let start = text.firstIndex(of: "<") else {
            self.init(name: nil, text)
            return
        }
        guard text.last == ">", text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else { return nil }
        let name = text[..<start].trimmingCharacters(in: .whitespaces)
        self.init(name: name, String(text[text.index(after: start)...].dropLast()))
    }

    public var domain: String { String(address.drop { $0 != "@" }.dropFirst()) }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !#"<>()[]\,;:""#.utf8.contains(byte)
    }
}
