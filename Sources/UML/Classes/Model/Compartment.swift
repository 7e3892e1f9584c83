/// A part of a classifier's box with features in it, and with a title where one is written.
public struct Compartment: Equatable, Sendable {
    public var title: String?
    public var features: [Feature] = []
}
