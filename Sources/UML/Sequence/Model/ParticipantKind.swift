/// How the head of a lifeline is drawn.
public enum ParticipantKind: String, CaseIterable, Sendable {
    case participant
    case actor
    case boundary
    case control
    case entity
    case database
    case collections
    case queue

    /// As the notation writes it, e.g. `@Actor`.
    var annotation: String {
        var bytes = Array(rawValue.utf8)
        bytes[0] -= 0x20
        return "@" + String(decoding: bytes, as: UTF8.self)
    }

    /// The kind that an annotation names, e.g. `Actor`; capitals don't matter.
    init?(annotation: ArraySlice<UInt8>) {
        let name = annotation.map { $0 | 0x20 }
        for kind in ParticipantKind.allCases where name == Array(kind.rawValue.utf8) {
            self = kind
            return
        }
        return nil
    }
}
