/// Why a job can never be done.
struct JobRefusal: Error, CustomStringConvertible {
    let description: String
}
