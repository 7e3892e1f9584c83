extension Document {
    /// The picture's shapes, measured and placed; the same for the same text, always.
    public func scene() -> Scene {
        switch diagram {
        case .sequence(let diagram): SequenceScene.scene(of: diagram)
        }
    }
}
