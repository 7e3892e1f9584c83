extension ClassScene {
    /// Where boxes stand, for the next time that the diagram is drawn.
    func tellPlaces(_ scene: inout Scene) {
        func tell(_ id: String, _ node: Int) {
            let isPinned = graph.graph.nodes[node].pin != nil
            // What gave way to something that is pinned goes back when that goes.
            let (box, drawn) = (placement.unpinned?.nodes[node] ?? placement.nodes[node], placement.nodes[node])
            scene.places.add(id, place(isPinned ? drawn : box, isPinned: isPinned))
            if !isPinned, box != drawn { scene.displaced.add(id, place(drawn, isPinned: false)) }
        }
        for classifier in diagram.classifiers where classifier.standsFor == nil {
            if let node = graph.classifierNodes[classifier.id] { tell(identities.classifiers[classifier.id], node) }
        }
        for (note, node) in graph.noteNodes.enumerated() { tell(identities.notes[note], node) }
        for package in graph.graph.frames.indices { tellPlace(&scene, package) }
        for (index, edge) in graph.relationshipEdges.enumerated() { if let edge { tellPath(&scene, index, edge) } }
    }

    /// Of a package that was put somewhere, or in which nothing stands.
    private func tellPlace(_ scene: inout Scene, _ package: Int) {
        let frame = graph.graph.frames[package]
        if var pin = frame.pin {
            pin.move(-placement.origin.x, -placement.origin.y)
            scene.places.add(identities.packages[package], place(pin, isPinned: true))
        } else if let node = graph.emptyFrameNodes[package] {
            let box = frame.around(placement.unpinned?.nodes[node] ?? placement.nodes[node])
            scene.places.add(identities.packages[package], place(box, isPinned: false))
        }
    }

    private func place(_ box: GraphPlacement.Box, isPinned: Bool, path: [Double] = []) -> ElementPlaces.Place {
        ElementPlaces.Place(
            x: Self.pixels(box.x + placement.origin.x), y: Self.pixels(box.y + placement.origin.y), width: Self.pixels(box.width),
            height: Self.pixels(box.height), isPinned: isPinned, path: path)
    }

    /// Where a line runs.
    private func tellPath(_ scene: inout Scene, _ index: Int, _ edge: Int) {
        let id = identities.relationships[index]
        // What somebody has led stays as they led it.
        if !graph.graph.edges[edge].ledPath.isEmpty, let place = layout.places[id] { return scene.places.add(id, place) }
        func points(_ edge: Int) -> [GraphPlacement.Position] { placement.unpinned?.edges[edge] ?? placement.edges[edge].points }
        let lower = graph.lowerHalves[index]
        let points = points(edge) + (lower.map { points($0) } ?? [])
        // Of a line that another one begins at, this point.
        let point = graph.graph.edges[edge].to
        let box = lower == nil ? GraphPlacement.Box() : placement.unpinned?.nodes[point] ?? placement.nodes[point]
        var path: [Double] = []
        for point in points { path += [Self.pixels(point.x + placement.origin.x), Self.pixels(point.y + placement.origin.y)] }
        scene.places.add(id, place(box, isPinned: false, path: path))
    }
}
