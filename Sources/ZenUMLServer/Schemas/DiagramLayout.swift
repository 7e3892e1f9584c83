import Foundation

/// Where a person has put the elements of a diagram, by the elements' names.
struct DiagramLayout: Codable {
    /// In bytes of JSON.
    static let largest = 256 << 10

    struct Position: Codable {
        let x: Double
        let y: Double
        var width: Double?
        var height: Double?
    }

    let positions: [String: Position]

    init(from decoder: any Decoder) throws {
        positions = try [String: Position](from: decoder)
    }

    func encode(to encoder: any Encoder) throws {
        try positions.encode(to: encoder)
    }

    /// `nil` when it is too large.
    var json: String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(self), bytes.count <= Self.largest else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
