/// The head of a lifeline, measured.
struct ParticipantHead {
    let participant: Participant
    let stereotype: TextLines
    let name: TextLines
    let width: Double
    let height: Double

    init(_ participant: Participant) {
        typealias Metrics = SequenceMetrics
        self.participant = participant
        stereotype = TextLines.plain(participant.stereotype.map { "«\($0)»" } ?? "", Metrics.stereotypeFont, maximumWidth: Metrics.widestName)
        let label = participant.emoji.map { "\($0) \(participant.label)" } ?? participant.label
        let widest = max(Metrics.widestName, Double(participant.minimumWidth ?? 0) - 2 * Metrics.headPaddingX)
        name = TextLines.label(label, Metrics.nameFont, maximumWidth: widest)
        let text = max(stereotype.width, name.width)
        let textHeight = stereotype.height + name.height
        let narrowest = Double(participant.minimumWidth ?? 0)
        if participant.kind.isSymbolAboveName {
            width = max(text + 8, 48, narrowest)
            height = Metrics.symbolHeight + textHeight + (textHeight > 0 ? 4 : 0)
        } else {
            let extra = participant.kind == .queue ? 20.0 : participant.kind == .collections ? 6 : 0
            width = Self.even(max(text + 2 * Metrics.headPaddingX + extra, Metrics.narrowestHead, narrowest))
            height = textHeight + 2 * Metrics.headPaddingY + (participant.kind == .collections ? 6 : 0)
        }
    }

    /// Half of it is then a whole number of pixels, and edges stay crisp.
    private static func even(_ width: Double) -> Double { (width / 2).rounded(.up) * 2 }

    var halfWidth: Double { (width / 2).rounded(.up) }

    /// Where a message that creates the participant meets its head: from the top, and from the middle.
    var arrivalY: Double { participant.kind.isSymbolAboveName ? 20 : (height / 2).rounded() }
    var arrivalX: Double { participant.kind.isSymbolAboveName ? 24 : halfWidth }
}

extension ParticipantKind {
    /// The symbols of Jacobson's robustness analysis, the actor and the database have their name below; the others hold it.
    var isSymbolAboveName: Bool {
        switch self {
        case .actor, .boundary, .control, .entity, .database: true
        case .participant, .collections, .queue: false
        }
    }
}
