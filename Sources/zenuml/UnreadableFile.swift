/// Why a source can't be taken, in one line. Others can.
struct UnreadableFile: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
