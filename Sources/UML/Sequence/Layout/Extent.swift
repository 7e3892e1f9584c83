/// How far something reaches to both sides, while columns have no places: known exactly at the outermost columns, and by demands on
/// the others.
struct Extent {
    private(set) var first: Int?
    private(set) var last = 0
    private(set) var left = 0.0
    private(set) var right = 0.0
    /// What reaches right from a column that may turn out not to be the last one, e.g. a comment.
    private var floating: [Anchor] = []

    /// `left` and `right` are distances from the column, both positive outwards.
    mutating func include(_ column: Int, left newLeft: Double, right newRight: Double) {
        guard let known = first else {
            first = column
            last = column
            left = newLeft
            right = newRight
            return
        }
        if column < known {
            first = column
            left = newLeft
        } else if column == known {
            left = max(left, newLeft)
        }
        if column > last {
            last = column
            right = newRight
        } else if column == last {
            right = max(right, newRight)
        }
    }

    mutating func include(reachingTo anchor: Anchor) {
        if let index = floating.firstIndex(where: { $0.column == anchor.column }) {
            floating[index].offset = max(floating[index].offset, anchor.offset)
        } else {
            floating.append(anchor)
        }
    }

    /// Settles what floats: at the last column it widens the extent, elsewhere it demands room.
    mutating func settle(_ constraints: inout ColumnConstraints) {
        for anchor in floating {
            if first == nil || anchor.column > last {
                include(anchor.column, left: 0, right: anchor.offset)
            } else if anchor.column == last {
                right = max(right, anchor.offset)
            } else {
                constraints.demand(anchor.column, last, anchor.offset - right)
            }
        }
        floating = []
    }

    var leftAnchor: Anchor { Anchor(column: first ?? 0, offset: -left) }
    var rightAnchor: Anchor { Anchor(column: last, offset: right) }
}
