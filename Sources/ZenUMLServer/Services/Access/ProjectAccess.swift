import Domain

/// A project, and what the person who asks may do with it.
struct ProjectAccess: Sendable {
    let project: Project
    let role: Role
}
