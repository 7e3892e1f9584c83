/// Which bracket closes which: found when it is asked for and remembered, so that a text full of brackets is looked through once.
struct BracketIndex {
    /// Two of them: where a quote is part of a text and begins no string, one run takes what follows for a string, and the other doesn't.
    private var newer = Run()
    private var older = Run()

    /// The offset of the bracket that closes the one at `start`; nil if it stays open.
    mutating func closing(_ start: Int, _ scanner: Scanner) -> Int? {
        for run in [newer, older] {
            if let index = run.index(of: start) { return run.closing(index) }
        }
        let run = Run(from: start, scanner)
        // The one that reaches farther stays: what it knows is not to be looked for again.
        if newer.reach > older.reach { older = run } else { newer = run }
        return run.closing(0)
    }

    /// What was found on the way from one bracket to the one that closes it, or to the first that closes nothing.
    private struct Run {
        /// Where opening brackets stand, in order.
        private var opening: [Int] = []
        /// What closes each; -1 for those that stay open.
        private var closings: [Int] = []
        /// Where the look ended.
        private(set) var reach = -1

        init() {}

        init(from start: Int, _ scanner: Scanner) {
            let bytes = scanner.bytes
            var open: [Int] = []
            var position = start
            defer { reach = position }
            while position < bytes.count {
                switch bytes[position] {
                case .ascii("("), .ascii("["), .ascii("{"):
                    open.append(opening.count)
                    opening.append(position)
                    closings.append(-1)
                case .ascii("\""):
                    position = bytes.endOfString(position)
                    continue
                case .ascii(")"), .ascii("]"), .ascii("}"):
                    guard let last = open.popLast(), Self.closes(bytes[position], bytes[opening[last]]) else { return }
                    closings[last] = position
                    if open.isEmpty { return }
                default: break
                }
                position += 1
            }
        }

        /// Of a bracket; nil if it was not met.
        func index(of start: Int) -> Int? {
            opening.lastIndex(upTo: start).flatMap { opening[$0] == start ? $0 : nil }
        }

        func closing(_ index: Int) -> Int? { closings[index] < 0 ? nil : closings[index] }

        private static func closes(_ closing: UInt8, _ opening: UInt8) -> Bool {
            switch opening {
            case .ascii("("): closing == .ascii(")")
            case .ascii("["): closing == .ascii("]")
            default: closing == .ascii("}")
            }
        }
    }
}
