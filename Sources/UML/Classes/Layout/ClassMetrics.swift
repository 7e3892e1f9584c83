/// The measures of class diagrams, in pixels.
enum ClassMetrics {
    static let margin = 24.0

    static let titleFont = Font(size: 18, weight: .semibold)
    static let nameFont = Font(size: 14, weight: .semibold)
    static let keywordFont = Font(size: 11)
    static let featureFont = Font(size: 13)
    static let labelFont = Font(size: 12)
    static let endFont = Font(size: 12)
    static let noteFont = Font(size: 12)
    static let packageFont = Font(size: 12, weight: .semibold)

    static let useCaseFont = Font(size: 13)
    static let actorFont = Font(size: 13, weight: .semibold)

    static let widestTitle = 640.0
    static let widestName = 320.0
    static let widestFeature = 460.0
    static let widestLabel = 200.0
    static let widestNote = 260.0

    static let widestUseCase = 170.0
    /// From the middle of a figure to where lines end beside it.
    static let besideActor = 15.0
    static let widestActor = 120.0

    static let paddingX = 12.0
    static let paddingY = 8.0
    static let narrowestBox = 80.0
    static let narrowestUseCase = 110.0
    static let lowestUseCase = 46.0
    static let noteCorner = 10.0
    static let diamondSize = 28.0
    static let ballSize = 16.0
    static let loopWidth = 24.0
    static let loopHeight = 24.0
    static let triangleLength = 14.0
    static let diamondLength = 16.0
    static let arrowLength = 9.0
}
