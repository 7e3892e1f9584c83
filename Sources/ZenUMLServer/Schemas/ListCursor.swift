import Domain
import Foundation

/// A place in a list as it travels in addresses: base 64 of its key and id, which nobody should take apart.
enum ListCursor {
    static let longest = 2048

    static func text(of position: ListPosition) -> String {
        let key =
            switch position.key {
            case .name(let name): name
            case .time(let time): String(time.milliseconds)
            }
        return "\(key)\n\(position.id)".utf8.base64URL
    }

    /// - Returns: `nil` unless the text is a cursor for this order.
    static func position(_ text: String, in order: ListOrder) -> ListPosition? {
        guard text.utf8.count <= longest, let bytes = Data(base64URL: text), let decoded = String(bytes: bytes, encoding: .utf8),
            let end = decoded.lastIndex(of: "\n")
        else { return nil }
        let (key, id) = (String(decoded[..<end]), String(decoded[decoded.index(after: end)...]))
        guard !id.isEmpty, !decoded.hasNull else { return nil }
        if order == .name { return ListPosition(.name(key), id: id) }
        guard let milliseconds = Int64(key), (0...253_402_300_799_999).contains(milliseconds) else { return nil }
        return ListPosition(.time(Date(milliseconds: milliseconds)), id: id)
    }
}
