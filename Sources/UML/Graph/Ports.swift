/// Where edges meet the upper and the lower sides of nodes.
struct Ports {
    private static let margin = GraphSpacing.betweenLines / 2

    /// Of each link, from the left edge of the item: at the lower side of its upper item, and at the upper side of its lower item.
    private(set) var upper: [Int]
    private(set) var lower: [Int]
    /// The widths of nodes that have room for their ports.
    private(set) var widths: [Int]
    /// From where to where each part of a node reaches; the node itself is one if it has none.
    private(set) var parts: [[Range<Int>]]
    /// How far the texts at a node's ports reach beyond its right edge.
    private(set) var overhangs: [Int]

    /// How much room each end needs to its right.
    private var upperNeeds: [Int]
    private var lowerNeeds: [Int]
    private var outgoing: [[Int]]
    private var incoming: [[Int]]

    let graph: Graph
    private let layered: LayeredGraph

    init(_ graph: Graph, _ order: LayerOrder, _ layering: Layering) {
        self.graph = graph
        layered = order.graph
        upper = Array(repeating: 0, count: layered.links.count)
        lower = upper
        upperNeeds = upper
        lowerNeeds = upper
        widths = graph.nodes.map { $0.size.width }
        parts = Array(repeating: [], count: graph.nodes.count)
        overhangs = Array(repeating: 0, count: graph.nodes.count)
        outgoing = Array(repeating: [], count: graph.nodes.count)
        incoming = outgoing
        for (index, link) in layered.links.enumerated() {
            if case .node(let node) = layered.items[link.upper].content { outgoing[node].append(index) }
            if case .node(let node) = layered.items[link.lower].content { incoming[node].append(index) }
        }
        for node in graph.nodes.indices {
            let below = sides(outgoing[node], order, layering, isLower: true)
            let above = sides(incoming[node], order, layering, isLower: false)
            guard !graph.nodes[node].parts.isEmpty else {
                overhangs[node] = place(below, above, node, at: 0, width: widths[node])
                widths[node] = parts[node][0].upperBound
                continue
            }
            var x = 0
            for (index, part) in graph.nodes[node].parts.enumerated() {
                let overhang = place(
                    below.filter { self.part($0, isLower: true) == index }, above.filter { self.part($0, isLower: false) == index }, node, at: x,
                    width: part.size.width)
                overhangs[node] = overhang
                x = parts[node][index].upperBound
                widths[node] = x
                x += max(part.gap, overhang)
            }
        }
    }

    /// The part of its node that a port belongs to.
    private func part(_ port: Port, isLower: Bool) -> Int {
        let link = layered.links[port.links[0]]
        return isLower ? link.upperPart : link.lowerPart
    }

    /// - Returns: How far texts reach beyond the right edge.
    private mutating func place(_ below: [Port], _ above: [Port], _ node: Int, at x: Int, width: Int) -> Int {
        let range = x..<(x + max(width, max(Self.width(below), Self.width(above))))
        parts[node].append(range)
        let lower = place(below, range, isLower: true) { ($0.upper[$1], $0.upperNeeds[$1]) = ($2, $3) }
        let upper = place(above, range, isLower: false) { ($0.lower[$1], $0.lowerNeeds[$1]) = ($2, $3) }
        return max(lower, upper)
    }

    /// Links that meet a side at one place, and the room that they need to the right of it; to the left they need ``margin``.
    struct Port {
        var links: [Int]
        var key: Int
        var right: Int
    }

    private func sides(_ links: [Int], _ order: LayerOrder, _ layering: Layering, isLower: Bool) -> [Port] {
        var ports: [Port] = []
        for link in links {
            let edge = layered.links[link].edge
            let isFrom = isLower != layering.isReversed[edge]
            let text = isFrom ? graph.edges[edge].fromLabel : graph.edges[edge].toLabel
            let right = text.isEmpty ? Self.margin : GraphSpacing.besideSymbol + text.width + GraphSpacing.aroundLabel
            let (other, otherPart) =
                isLower
                ? (layered.links[link].lower, layered.links[link].lowerPart) : (layered.links[link].upper, layered.links[link].upperPart)
            let key = (order.places[other] * LayerOrder.placeScale + otherPart) * 1024
            let join = isLower && isFrom ? graph.edges[edge].join : nil
            let part = isLower ? layered.links[link].upperPart : layered.links[link].lowerPart
            if meetingPoint(link, isLower: isLower) != nil, let known = ports.firstIndex(where: { self.part($0, isLower: isLower) == part }) {
                ports[known].links.append(link)
                ports[known].right = max(ports[known].right, right)
                continue
            }
            if let join, let known = ports.firstIndex(where: { graph.edges[layered.links[$0.links[0]].edge].join == join }) {
                ports[known].links.append(link)
                ports[known].key += (key - ports[known].key) / ports[known].links.count
                continue
            }
            ports.append(Port(links: [link], key: key, right: right))
        }
        return StableOrder.sorted(Array(ports.indices)) { ports[$0].key < ports[$1].key }.map { ports[$0] }
    }

    /// Where all edges meet the end of a link, from the left edge of its node or part; nil if each has a place of its own.
    private func meetingPoint(_ link: Int, isLower: Bool) -> Int? {
        let link = layered.links[link]
        guard case .node(let node) = layered.items[isLower ? link.upper : link.lower].content else { return nil }
        let parts = graph.nodes[node].parts
        return parts.isEmpty ? graph.nodes[node].meetingPoint : parts[isLower ? link.upperPart : link.lowerPart].meetingPoint
    }

    private static func width(_ ports: [Port]) -> Int {
        guard ports.count > 1 else { return 0 }
        var width = GraphSpacing.betweenLines
        for (index, port) in ports.enumerated() { width += Self.margin + (index == ports.count - 1 ? Self.margin : port.right) }
        return width
    }

    /// One port is in the middle; several are spread over the side.
    ///
    /// - Returns: How far texts reach beyond the right edge.
    private mutating func place(_ ports: [Port], _ range: Range<Int>, isLower: Bool, _ set: (inout Ports, Int, Int, Int) -> Void) -> Int {
        guard let last = ports.last else { return 0 }
        if ports.count == 1 {
            let middle = range.lowerBound + (meetingPoint(last.links[0], isLower: isLower) ?? range.count / 2)
            for link in last.links { set(&self, link, middle, last.right) }
            return max(middle + last.right - range.upperBound, 0)
        }
        var overhang = 0
        var taken = 0
        for port in ports { taken += Self.margin + port.right }
        let space = max(range.count - taken, 0) / (ports.count + 1)
        var x = range.lowerBound + space
        for port in ports {
            x += Self.margin
            let position = min(x, range.upperBound - Self.margin)
            for link in port.links { set(&self, link, position, port.right) }
            overhang = max(overhang, position + port.right - range.upperBound)
            x += port.right + space
        }
        return overhang
    }
}

extension Ports {
    /// Moves ports along their sides where that makes a link straight that is not.
    mutating func straighten(_ order: LayerOrder, x places: [Int], _ blocks: Blocks) {
        let links = order.graph.links
        let byWeight = StableOrder.sorted(Array(links.indices)) { weight(links[$0]) > weight(links[$1]) }
        for index in byWeight {
            let link = links[index]
            let (top, bottom) = (places[blocks.item[link.upper]], places[blocks.item[link.lower]])
            guard top + upper[index] != bottom + lower[index] else { continue }
            let (above, below) = (freedom(index, isLower: true), freedom(index, isLower: false))
            let (from, to) = (max(above.lowerBound + top, below.lowerBound + bottom), min(above.upperBound + top, below.upperBound + bottom))
            guard from <= to else { continue }
            let wish = (top + upper[index] + bottom + lower[index]) >> 1
            let x = min(max(wish, from), to)
            upper[index] = x - top
            lower[index] = x - bottom
        }
    }

    private func weight(_ link: LayeredGraph.Link) -> Int { graph.edges[link.edge].weight }

    /// Between which places of its item a link's end can be moved without passing others or their texts; a joined one stays.
    private func freedom(_ index: Int, isLower: Bool) -> ClosedRange<Int> {
        let own = isLower ? upper[index] : lower[index]
        let item = isLower ? layered.links[index].upper : layered.links[index].lower
        guard case .node(let node) = layered.items[item].content, meetingPoint(index, isLower: isLower) == nil,
            let part = parts[node].first(where: { $0.upperBound > own })
        else { return own...own }
        let needs = isLower ? upperNeeds : lowerNeeds
        var low = part.lowerBound + Self.margin
        var high = part.upperBound - (needs[index] <= Self.margin ? Self.margin : 0)
        // A text may reach beyond the side as far as it was allowed to.
        high = min(high, part.upperBound + (part.upperBound == widths[node] ? max(overhangs[node], 0) : 0) - needs[index])
        for other in (isLower ? outgoing : incoming)[node] where other != index {
            let place = isLower ? upper[other] : lower[other]
            if place == own { return own...own }
            if place < own {
                low = max(low, place + needs[other] + Self.margin)
            } else {
                high = min(high, place - needs[index] - Self.margin)
            }
        }
        return low <= own && own <= high ? low...high : own...own
    }
}
