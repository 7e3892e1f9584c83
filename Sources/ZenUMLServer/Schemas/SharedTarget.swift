import Domain

/// A project or diagram that somebody shares.
enum SharedTarget: Sendable, Equatable {
    case project(String)
    case diagram(String)

    var id: String {
        switch self {
        case .project(let id), .diagram(let id): id
        }
    }

    var kind: AccessList.Target {
        switch self {
        case .project: .project
        case .diagram: .diagram
        }
    }

    init(_ list: AccessList) {
        self = list.target == .project ? .project(list.id) : .diagram(list.id)
    }
}
