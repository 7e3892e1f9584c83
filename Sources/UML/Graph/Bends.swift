/// Where edges turn aside between the layers.
struct Bends {
    /// Of each link, where it leaves its upper item and where it meets the lower one.
    let upperX: [Int]
    let lowerX: [Int]
    private let linksOfEdges: [[Int]]
    private var segmentOfLinks: [Int]
    private var tracks: [Tracks] = []
    private let layerOfLinks: [Int]

    init(_ order: LayerOrder, _ ports: Ports, _ places: [Int], _ blocks: Blocks, joins: [Int?]) {
        let graph = order.graph
        upperX = graph.links.indices.map { places[blocks.item[graph.links[$0].upper]] + ports.upper[$0] }
        lowerX = graph.links.indices.map { places[blocks.item[graph.links[$0].lower]] + ports.lower[$0] }
        layerOfLinks = graph.links.map { graph.items[$0.upper].layer }
        segmentOfLinks = Array(repeating: -1, count: graph.links.count)
        var linksOfEdges: [[Int]] = Array(repeating: [], count: joins.count)
        for (index, link) in graph.links.enumerated() { linksOfEdges[link.edge].append(index) }
        self.linksOfEdges = linksOfEdges
        var inLayer: [[Int]] = Array(repeating: [], count: max(graph.layerCount, 1))
        for link in graph.links.indices { inLayer[layerOfLinks[link]].append(link) }
        for links in inLayer { tracks.append(Tracks(segments(links, graph, joins))) }
    }

    private mutating func segments(_ links: [Int], _ graph: LayeredGraph, _ joins: [Int?]) -> [Tracks.Segment] {
        var segments: [Tracks.Segment] = []
        var firsts: [Int] = []
        for link in links {
            let join = joins[graph.links[link].edge]
            let known =
                join == nil || !graph.items[graph.links[link].upper].isNode
                ? nil
                : firsts.firstIndex {
                    joins[graph.links[$0].edge] == join && graph.links[$0].upper == graph.links[link].upper && upperX[$0] == upperX[link]
                }
            if let known {
                segments[known].add(down: lowerX[link])
                segmentOfLinks[link] = known
            } else if upperX[link] != lowerX[link] || join != nil && graph.items[graph.links[link].upper].isNode {
                segmentOfLinks[link] = segments.count
                segments.append(Tracks.Segment(up: upperX[link], down: lowerX[link]))
                firsts.append(link)
            }
        }
        return segments
    }

    func links(of edge: Int) -> [Int] { linksOfEdges[edge] }

    func track(_ link: Int) -> Int { segmentOfLinks[link] < 0 ? 0 : tracks[layerOfLinks[link]].track[segmentOfLinks[link]] }

    /// Of all tracks below a layer.
    func height(_ layer: Int) -> Int { tracks[layer].count * GraphSpacing.betweenTracks }
}
