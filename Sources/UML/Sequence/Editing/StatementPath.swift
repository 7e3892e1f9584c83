/// Where a statement stands: in which block of which statement, from the outside to the inside.
struct StatementPath: Equatable {
    var steps: [Step]

    struct Step: Equatable {
        /// Which block of the enclosing statement; 0 for the diagram itself.
        var block: Int
        var index: Int
    }

    func isInside(_ other: StatementPath) -> Bool { steps.count >= other.steps.count && Array(steps[..<other.steps.count]) == other.steps }
}

extension [Meaning] {
    /// The statement at a path, taken out. An operand that was this statement alone goes with it.
    mutating func remove(_ path: ArraySlice<StatementPath.Step>, emptiesOperand: Bool) -> Meaning? {
        guard let step = path.first, indices.contains(step.index) else { return nil }
        guard path.count > 1 else { return remove(at: step.index) }
        let inner = path.dropFirst()
        guard let next = inner.first, self[step.index].blocks.indices.contains(next.block) else { return nil }
        let removed = self[step.index].blocks[next.block].remove(inner, emptiesOperand: emptiesOperand)
        if emptiesOperand, inner.count == 1, self[step.index].blocks[next.block].isEmpty { self[step.index].blocks.remove(at: next.block) }
        return removed
    }

    func statement(_ path: ArraySlice<StatementPath.Step>) -> Meaning? {
        guard let step = path.first, indices.contains(step.index) else { return nil }
        guard path.count > 1 else { return self[step.index] }
        let inner = path.dropFirst()
        guard let next = inner.first, self[step.index].blocks.indices.contains(next.block) else { return nil }
        return self[step.index].blocks[next.block].statement(inner)
    }

    /// Changes the statement at a path.
    mutating func update(_ path: ArraySlice<StatementPath.Step>, _ change: (inout Meaning) -> Void) {
        guard let step = path.first, indices.contains(step.index) else { return }
        guard path.count > 1 else { return change(&self[step.index]) }
        let inner = path.dropFirst()
        guard let next = inner.first, self[step.index].blocks.indices.contains(next.block) else { return }
        self[step.index].blocks[next.block].update(inner, change)
    }

    /// Takes out what stands after the statement at a path in the same block, up to the one at `last`.
    mutating func removeSiblings(after path: ArraySlice<StatementPath.Step>, through last: Int) {
        guard let step = path.first, indices.contains(step.index) else { return }
        guard path.count > 1 else { return removeSubrange((step.index + 1)...last) }
        let inner = path.dropFirst()
        guard let next = inner.first, self[step.index].blocks.indices.contains(next.block) else { return }
        self[step.index].blocks[next.block].removeSiblings(after: inner, through: last)
    }
}
