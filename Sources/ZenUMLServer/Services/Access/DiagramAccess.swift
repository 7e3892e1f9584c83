import Domain

/// A diagram, and what the person who asks may do with it.
struct DiagramAccess: Sendable {
    let diagram: Diagram
    let role: Role
}
