extension Graph {
    /// With rows and columns exchanged; titles of frames stay as they are, because nobody reads them downwards.
    var transposed: Graph {
        var result = self
        for index in nodes.indices {
            result.nodes[index].size = nodes[index].size.transposed
            if let place = nodes[index].place { result.nodes[index].place?.box = place.box.transposed }
        }
        for index in edges.indices {
            result.edges[index].path = edges[index].path.map { $0.transposed }
            result.edges[index].label = edges[index].label.transposed
            result.edges[index].fromLabel = edges[index].fromLabel.transposed
            result.edges[index].toLabel = edges[index].toLabel.transposed
        }
        return result
    }
}

extension Graph.Size {
    var transposed: Graph.Size { Graph.Size(width: height, height: width) }
}

extension GraphPlacement {
    var transposed: GraphPlacement {
        var result = self
        (result.width, result.height, result.origin) = (height, width, origin.transposed)
        result.nodes = nodes.map { $0.transposed }
        result.frames = frames.map { $0.transposed }
        result.edges = edges.map { route in
            var result = route
            result.points = route.points.map { $0.transposed }
            result.label = route.label?.transposed
            result.fromLabel = route.fromLabel?.transposed
            result.toLabel = route.toLabel?.transposed
            return result
        }
        return result
    }
}

extension GraphPlacement.Box {
    var transposed: GraphPlacement.Box { GraphPlacement.Box(x: y, y: x, width: height, height: width) }
}

extension GraphPlacement.Position {
    var transposed: GraphPlacement.Position { GraphPlacement.Position(x: y, y: x) }
}
