/// The measures of sequence diagrams, in pixels.
enum SequenceMetrics {
    static let margin = 24.0

    static let titleFont = Font(size: 18, weight: .semibold)
    static let nameFont = Font(size: 14, weight: .semibold)
    static let stereotypeFont = Font(size: 11)
    static let messageFont = Font(size: 13)
    static let guardFont = Font(size: 12)
    static let operatorFont = Font(size: 12, weight: .semibold)
    static let commentFont = Font(size: 12)
    static let groupFont = Font(size: 12, weight: .semibold)
    static let dividerFont = Font(size: 12, weight: .semibold)

    static let widestTitle = 640.0
    static let widestName = 170.0
    static let widestMessage = 280.0
    static let widestGuard = 260.0
    static let widestComment = 300.0
    /// Of a comment that has the bar of an execution to its right.
    static let widestCommentBesideExecution = 220.0

    static let headPaddingX = 14.0
    static let headPaddingY = 9.0
    static let narrowestHead = 80.0
    static let headGap = 28.0
    static let symbolHeight = 44.0

    static let statementGap = 8.0
    static let labelToLine = 5.0
    static let labelPadding = 14.0
    static let executionHalfWidth = 5.0
    static let executionInset = 5.0
    static let shortestExecution = 18.0
    static let executionTail = 8.0
    static let selfWidth = 26.0
    static let selfHeight = 14.0
    static let lifelineClearance = 14.0

    static let fragmentPaddingX = 12.0
    static let fragmentPaddingBottom = 12.0
    static let tabHeight = 22.0
    static let tabPadding = 9.0
    static let tabCorner = 7.0
    static let emptyOperand = 18.0

    static let groupPadding = 12.0
    static let lifelineTail = 20.0
    /// Of a diagram without statements: long enough to be taken hold of, for the first message.
    static let emptyLifeline = 96.0
}
