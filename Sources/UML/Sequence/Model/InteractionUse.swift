/// `ref(name, participants…)`: another interaction, used here (UML 2.5.1, 17.7).
public struct InteractionUse: Equatable, Sendable {
    public var name: Label
    /// Ids of the lifelines that the text says it covers; none said: all.
    public var participants: [Int]
}
