/// Why nothing can be done with a job.
enum JobProblem: Error, CustomStringConvertible {
    case unknown(String)
    case notWaiting(String)

    var description: String {
        switch self {
        case .unknown(let id): "there is no job \"\(id)\"; it may be done"
        case .notWaiting(let id): "there is no job \"\(id)\" that waits or was given up; it may be in work, or done"
        }
    }
}
