/// Distances between what is placed, in the units of a ``Graph``.
enum GraphSpacing {
    private static let pixel = Graph.unitsPerPixel

    static let betweenNodes = 32 * pixel
    static let betweenNodeAndLine = 16 * pixel
    static let betweenLines = 12 * pixel
    static let aroundLabel = 4 * pixel
    /// From a line to a text beside one of its ends: the symbols there are as wide.
    static let besideSymbol = 8 * pixel
    static let insideFrame = 14 * pixel
    static let outsideFrame = 14 * pixel
    static let betweenTracks = 10 * pixel
    /// Between the end of a symbol and what turns aside.
    static let afterSymbol = 8 * pixel
    static let betweenLayers = 40 * pixel
    /// Nothing higher is a mere point of a line.
    static let point = 8 * pixel
    /// Of lines that aren't level nor upright, so that they aren't too steep.
    static let betweenSlantedLayers = 64 * pixel
    /// From a box to a line around its row, with a symbol between.
    static let headroom = 22 * pixel
    static let besideSlantedLabels = 28 * pixel
    static let betweenComponents = 40 * pixel
}
