/// Where everything of a class diagram goes; what doesn't depend on where a person has put things is kept for the next time, for a person who drags
/// something puts it in many places.
final class ClassLayout {
    let graph: ClassGraph
    let placement: GraphPlacement
    private let layered: GraphPlacement
    let places: ElementPlaces

    /// - Parameter earlier: Of the same diagram.
    init(_ diagram: ClassDiagram, _ identities: ClassIdentities, _ places: ElementPlaces, earlier: ClassLayout? = nil) {
        self.places = places
        if let earlier, places.differsAtMostInPins(from: earlier.places) {
            // Nobody looks at the earlier one again.
            graph = earlier.graph
            graph.place(identities, places)
            layered = earlier.layered
        } else {
            graph = ClassGraph(diagram, identities, places)
            layered = GraphLayout.layered(graph.graph)
        }
        placement = PinnedPlacement.placement(graph.graph, layered)
    }
}
