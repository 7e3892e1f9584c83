/// Where elements of a diagram stand, by their ids: where they were drawn last, or where somebody has put them. What a diagram's `layout` holds.
public struct ElementPlaces: Sendable {
    /// Lengths are in pixels, in a plane of their own: the picture begins wherever its leftmost and its topmost elements are.
    public struct Place: Equatable, Sendable {
        public var x: Double
        public var y: Double
        /// How large the element was; 0 if nobody knows.
        public var width: Double
        public var height: Double
        /// Whether the element is to stand right there. Else it is drawn there again as far as there is room.
        public var isPinned: Bool
        /// Of a line, where it turns, from its beginning to its end: x and y in turn.
        public var path: [Double]

        public init(x: Double, y: Double, width: Double = 0, height: Double = 0, isPinned: Bool, path: [Double] = []) {
            (self.x, self.y, self.width, self.height, self.isPinned, self.path) = (x, y, width, height, isPinned, path)
        }
    }

    /// No coordinate is farther from 0, in pixels: layout adds them in 32 bits.
    public static let farthest = 1_000_000.0
    /// So many are looked at.
    public static let most = 10_000
    /// Numbers of a path.
    public static let longestPath = 4_000

    private(set) var ids: [String] = []
    private(set) var places: [Place] = []
    private var index = NameIndex()

    public init() {}

    public var isEmpty: Bool { ids.isEmpty }

    public subscript(id: String) -> Place? { index.find(Array(id.utf8)).map { places[$0] } }

    /// The first place of an id counts; what is beyond the limits is left out.
    public mutating func add(_ id: String, _ place: Place) {
        let bytes = Array(id.utf8)
        guard ids.count < Self.most, index.find(bytes) == nil, abs(place.x) <= Self.farthest, abs(place.y) <= Self.farthest,
            (0...Self.farthest).contains(place.width), (0...Self.farthest).contains(place.height), place.path.count <= Self.longestPath,
            place.path.allSatisfy({ abs($0) <= Self.farthest })
        else { return }
        index.insert(bytes, ids.count)
        ids.append(id)
        places.append(place)
    }

    /// Whether others are of the same elements, and at the same places but for those that are pinned.
    func differsAtMostInPins(from other: ElementPlaces) -> Bool {
        guard ids.count == other.ids.count else { return false }
        for number in ids.indices {
            let (one, old) = (places[number], other.places[number])
            guard one.isPinned == old.isPinned, one.isPinned || one == old, ids[number].isSpelled(like: other.ids[number]) else { return false }
        }
        return true
    }
}
