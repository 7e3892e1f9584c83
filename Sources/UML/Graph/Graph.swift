/// What is to be placed: boxes of known sizes, frames around some of them, and connections. It knows nothing of UML.
///
/// All lengths are in eighths of a pixel (``unitsPerPixel``), so that halves and quarters are exact and layout needs no floating point.
struct Graph {
    static let unitsPerPixel = 8
    static let tierCount = 4

    var nodes: [Node] = []
    var edges: [Edge] = []
    var frames: [Frame] = []
    /// Whether the layers follow each other from left to right rather than downwards.
    var isSideways = false
    /// Whether edges are as straight as can be, instead of having right angles.
    var isSlanted = false

    struct Size: Equatable {
        var width = 0
        var height = 0

        var isEmpty: Bool { width == 0 || height == 0 }
    }

    struct Node {
        var size: Size
        /// The innermost frame around it.
        var frame: Int?
        /// What is to be free to its right.
        var rightMargin = 0
        /// What stands side by side in it; empty for a box of its own.
        var parts: [Part] = []
        /// Where all edges meet it, from its left edge; nil if each has a place of its own.
        var meetingPoint: Int?
        var layer: LayerWish?
        /// Where it stood before, or is to stand.
        var place: Place?
        /// Whether it goes along with what is in its frame, or with what it is connected to: nobody can put it anywhere.
        var isAttached = false

        /// Where it is to stand, whatever else there is.
        var pin: GraphPlacement.Box? { place.flatMap { $0.isPinned ? $0.box : nil } }
        /// Where it stood, unless somebody has put it elsewhere.
        var remembered: GraphPlacement.Box? { place.flatMap { $0.isPinned ? nil : $0.box } }

        enum LayerWish {
            /// Above all others that don't wish it.
            case first
            /// Below all others that don't wish it.
            case last
        }
    }

    /// Where a node stood when the graph was drawn before, or where somebody has put it.
    struct Place {
        /// The upper left corner, and the size that it had.
        var box: GraphPlacement.Box
        /// Whether it is to stand right there, whatever else there is.
        var isPinned = false
    }

    /// One of several boxes that stand side by side.
    struct Part {
        var size: Size
        /// How far below the upper side of the whole it begins.
        var drop = 0
        /// The room to the next one.
        var gap = 0
        /// As ``Node/meetingPoint``, from its own left edge.
        var meetingPoint: Int?
    }

    /// A connection; it runs downwards unless that closes a cycle.
    struct Edge {
        var from: Int
        var to: Int
        /// Whether its second end stands to the right of the first one, in the same layer, if there is room.
        var isLevel = false
        /// Which ``Node/parts`` it connects.
        var fromPart = 0
        var toPart = 0
        /// At least so many layers lie between its ends.
        var minimumLength = 1
        /// How dear its length is.
        var weight = 2
        /// Which edges run downwards where not all can: those of the lowest number, which is below ``Graph/tierCount``.
        var tier = 3
        /// Edges of one number that come from one node are drawn as one with branches.
        var join: Int?
        /// In the middle of it, and at its ends.
        var label = Size()
        var fromLabel = Size()
        var toLabel = Size()
        /// Where it ran when the graph was drawn before; empty if nobody knows.
        var path: [GraphPlacement.Position] = []
        /// Where somebody has led it, from end to end, in the plane in which places are; empty if nobody has.
        var ledPath: [GraphPlacement.Position] = []
        /// How long the symbols at its ends are.
        var fromSymbol = 0
        var toSymbol = 0
    }

    struct Frame {
        /// The frame around it, which stands before it in the list.
        var parent: Int?
        /// Of the text in its upper left corner.
        var title: Size
        /// Where it reaches to at least, in the plane in which places are.
        var pin: GraphPlacement.Box?

        /// What is in it, without its title and the room around.
        @inline(never) func inside(_ box: GraphPlacement.Box) -> GraphPlacement.Box {
            let padding = GraphSpacing.insideFrame
            return GraphPlacement.Box(
                x: box.x + padding, y: box.y + padding + title.height, width: max(box.width - 2 * padding, 0),
                height: max(box.height - 2 * padding - title.height, 0))
        }

        /// Around what is in it.
        @inline(never) func around(_ box: GraphPlacement.Box) -> GraphPlacement.Box {
            let padding = GraphSpacing.insideFrame
            return GraphPlacement.Box(
                x: box.x - padding, y: box.y - padding - title.height, width: max(box.width, title.width) + 2 * padding,
                height: box.height + 2 * padding + title.height)
        }
    }
}
