import Domain

/// A project, and how many diagrams of which kind it has.
struct ProjectOverview: Sendable, Equatable {
    let project: Project
    let kinds: [String: Int]
}
