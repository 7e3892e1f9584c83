/// What is wrong with a file or an option, in one line.
struct InputProblem: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
