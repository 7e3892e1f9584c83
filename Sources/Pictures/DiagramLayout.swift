import FoundationEssentials
public import UML

/// Where the elements of a diagram stand, by their ids, as it is stored and sent: `{"Order":{"x":0,"y":12.5}}`.
public struct DiagramLayout: Codable, Sendable {
    /// In bytes of JSON.
    public static let largest = 256 << 10

    /// In pixels.
    struct Position: Codable, Sendable {
        let x: Double
        let y: Double
        var width: Double?
        var height: Double?
        /// Whether it is where the element was drawn last; else somebody has put it there.
        var automatic: Bool?
        /// Of a line, where it turns: x and y in turn.
        var path: [Double]?
    }

    let positions: [String: Position]

    public init(from decoder: any Decoder) throws {
        positions = try [String: Position](from: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        try positions.encode(to: encoder)
    }

    /// - Parameter json: As ``DiagramLayout``, in UTF-8.
    public init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json))
    }

    /// `nil` when it is too large.
    public var json: String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(self), bytes.count <= Self.largest else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// For the diagram engine.
    public var places: ElementPlaces {
        var places = ElementPlaces()
        for (id, position) in positions.sorted(by: { $0.key < $1.key }) {
            places.add(
                id,
                ElementPlaces.Place(
                    x: position.x, y: position.y, width: position.width ?? 0, height: position.height ?? 0,
                    isPinned: !(position.automatic ?? false), path: position.path ?? []))
        }
        return places
    }
}
