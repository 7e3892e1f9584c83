extension ClassDiagram {
    /// Where the layers go if the text doesn't say: use cases stand in columns, unless most words for directions speak of up and down.
    var readsToTheRight: Bool {
        guard content == .useCases else { return false }
        var balance = 0
        for relationship in relationships {
            switch relationship.direction {
            case .up, .down: balance -= 1
            case .left, .right: balance += 1
            case nil: break
            }
        }
        return balance >= 0
    }
}
