/// How many lines of a text speak for each kind of diagram.
struct KindMarks {
    private var classes = 0
    private var useCases = 0
    private var sequence = 0
    private var states = 0
    private var activities = 0
    private var components = 0
    private var arrows = 0
    /// Symbols at ends of arrows that sequence diagrams don't have.
    private var symbols = 0
    /// Of bodies that are open: what is in them says nothing.
    private var depth = 0
    private var isInNote = false

    mutating func read(_ line: LineCursor) {
        if depth > 0 {
            depth += line.openedBraces
            return
        }
        var cursor = line
        if isInNote || cursor.take(word: "note") { return readNote(line) }
        if readFirstWord(&cursor) { return }
        cursor = line
        switch cursor.byte {
        case .ascii("["):
            if cursor.byte(1) == .ascii("*") { states += 3 } else { components += 1 }
        case .ascii("("):
            if cursor.byte(1) == .ascii("*") {
                activities += 1
            } else if cursor.byte(1) == .ascii(")") {
                components += 1
            } else {
                useCases += isPair(cursor) ? 0 : 2
            }
        case .ascii(":"):
            if cursor.takeActorName() != nil { useCases += 1 } else { activities += 1 }
        case .ascii("|"): activities += 1
        case .ascii("="): if cursor.byte(1) == .ascii("=") { sequence += 1 }
        default: break
        }
        readArrow(line)
    }

    /// Its text says nothing.
    private mutating func readNote(_ line: LineCursor) {
        var cursor = line
        if isInNote {
            if cursor.take(word: "endnote") { isInNote = false }
            guard cursor.take(word: "end") else { return }
            cursor.skipBlanks()
            if cursor.take(word: "note") { isInNote = false }
            return
        }
        let bytes = line.bytes[line.rest.start..<line.rest.end]
        isInNote = !bytes.contains(.ascii(":")) && !bytes.contains(.ascii("\""))
    }

    /// What an arrow has at its ends, and what stands behind it.
    private mutating func readArrow(_ line: LineCursor) {
        var cursor = line
        guard cursor.takeQuoted() ?? cursor.takeActorName() ?? cursor.takeUseCaseName() ?? cursor.takeComponentName() ?? cursor.takeName() != nil
        else { return }
        cursor.skipBlanks()
        if cursor.takeQuoted() != nil { classes += 1 }
        cursor.skipBlanks()
        guard let arrow = ArrowNotation(&cursor) else { return }
        arrows += 1
        for head in [arrow.left, arrow.right] {
            switch head {
            case .none, .open, .cross: break
            default: symbols += 2
            }
        }
        if arrow.left == .none, arrow.right == .none { symbols += 1 }
        cursor.skipBlanks()
        if cursor.takeQuoted() != nil, !cursor.isAtEnd, cursor.byte(1) != .ascii(":") { classes += 1 }
        cursor.skipBlanks()
        if cursor.byte == .ascii("["), cursor.byte(1) == .ascii("*") { states += 3 }
        if !isPair(cursor), cursor.takeUseCaseName() != nil { useCases += 2 }
    }

    /// `(A, B)`
    private func isPair(_ cursor: LineCursor) -> Bool {
        var cursor = cursor
        return cursor.takeUseCaseName().map { cursor.bytes[$0.start..<$0.end].contains(.ascii(",")) } ?? false
    }

    private mutating func readFirstWord(_ cursor: inout LineCursor) -> Bool {
        if cursor.take(anyOf: ["abstract", "class", "interface", "enum", "annotation", "object", "map", "struct", "dataclass", "exception", "entity"])
        {
            classes += 2
            depth = max(cursor.openedBraces, 0)
        } else if cursor.take(word: "usecase") {
            useCases += 3
        } else if cursor.take(anyOf: [
            "participant", "box", "activate", "deactivate", "autonumber", "alt", "opt", "loop", "par", "critical", "create", "destroy", "ref",
            "autoactivate",
        ]) {
            sequence += 2
        } else if cursor.take(word: "state") {
            states += 3
        } else if cursor.take(anyOf: ["start", "stop", "if", "elseif", "while", "repeat", "fork", "partition", "switch", "swimlane"]) {
            activities += 1
        } else if cursor.take(word: "actor") {
            return true
        } else if cursor.take(anyOf: ["component", "node", "database", "cloud", "artifact", "queue", "storage", "folder", "frame"]) {
            components += 1
        } else {
            return false
        }
        // `class -> other` begins with a name.
        var ahead = cursor
        ahead.skipBlanks()
        return ArrowNotation(&ahead) == nil
    }

    /// - Parameter isPlantUML: Whether the text says so: else it may be ours for sequence diagrams.
    func kind(isPlantUML: Bool) -> SourceKind? {
        let classes = classes + (useCases > 0 && self.classes == 0 ? 0 : symbols)
        if states > max(classes, sequence) { return .other("a state machine") }
        if useCases > max(classes, sequence), useCases > activities { return .known(.useCases) }
        if isPlantUML, activities > 1, activities > max(classes, sequence) { return .other("an activity diagram") }
        if classes > sequence || isPlantUML && components > sequence { return .known(.classes) }
        guard isPlantUML else { return nil }
        return sequence > 0 || arrows > 0 ? .other("a sequence diagram in PlantUML's notation") : nil
    }
}
