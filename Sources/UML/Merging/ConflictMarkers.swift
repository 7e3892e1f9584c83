/// The lines that mark what a merge has left to people, as git writes them.
public struct ConflictMarkers: Sendable {
    /// How many signs a marker begins with.
    public let size: Int
    /// What the sides are called behind them.
    public let ours: String
    public let theirs: String

    public init(size: Int = 7, ours: String = "ours", theirs: String = "theirs") {
        self.size = max(size, 1)
        self.ours = ours
        self.theirs = theirs
    }

    var start: [UInt8] { line(.ascii("<"), ours) }
    var middle: [UInt8] { line(.ascii("="), "") }
    var end: [UInt8] { line(.ascii(">"), theirs) }

    private func line(_ sign: UInt8, _ label: String) -> [UInt8] {
        Array(repeating: sign, count: size) + (label.utf8.isEmpty ? [] : [.space] + Array(label.utf8))
    }
}
