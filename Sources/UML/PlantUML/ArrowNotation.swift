/// An arrow as PlantUML writes it: `<|--`, `*-down->`, `-[hidden]-`, `..|>`.
struct ArrowNotation {
    var left = LineEnd.none
    var right = LineEnd.none
    var isDashed = false
    var isHidden = false
    var direction: Side?
    /// How many strokes it has.
    var length = 0
    var range = SourceRange(0, 0)
    /// What stands in its square brackets.
    var style: SourceRange?

    /// Takes the arrow at a cursor's place, if one is there.
    init?(_ cursor: inout LineCursor) {
        let start = cursor
        left = Self.takeHead(&cursor, isLeft: true)
        takeStrokes(&cursor)
        guard length > 0 else {
            cursor = start
            return nil
        }
        takeStyle(&cursor)
        takeDirection(&cursor)
        takeStyle(&cursor)
        takeStrokes(&cursor)
        right = Self.takeHead(&cursor, isLeft: false)
        range = SourceRange(start.position, cursor.position)
    }

    private mutating func takeStrokes(_ cursor: inout LineCursor) {
        while true {
            switch cursor.byte {
            case .ascii("-"), .ascii("="): break
            case .ascii("."), .ascii("~"): isDashed = true
            default: return
            }
            length += 1
            cursor.move(to: cursor.position + 1)
        }
    }

    private mutating func takeStyle(_ cursor: inout LineCursor) {
        let before = cursor
        guard let range = cursor.takeBracketed(.ascii("["), .ascii("]")) else { return }
        style = range
        let isStyle = readStyle(LineCursor(cursor.bytes, range))
        // A qualifier is no style: what follows a style is more of the arrow, or it is made of words for styles.
        guard isStyle || cursor.byte != .space && !cursor.isAtEnd else {
            cursor = before
            style = nil
            return
        }
    }

    private mutating func readStyle(_ words: LineCursor) -> Bool {
        var words = words
        var isStyle = false
        while !words.isAtEnd {
            if words.take(word: "hidden") {
                (isHidden, isStyle) = (true, true)
            } else if words.take(anyOf: ["dashed", "dotted"]) {
                (isDashed, isStyle) = (true, true)
            } else if words.take(anyOf: ["bold", "plain", "norank", "thickness"]) || words.byte == .ascii("#") {
                isStyle = true
                words.move(to: words.position + 1)
            } else {
                words.move(to: words.position + 1)
            }
        }
        return isStyle
    }

    private mutating func takeDirection(_ cursor: inout LineCursor) {
        let words: [(StaticString, Side)] = [
            ("left", .left), ("right", .right), ("up", .up), ("down", .down), ("le", .left), ("ri", .right), ("do", .down), ("l", .left),
            ("r", .right),
            ("u", .up), ("d", .down),
        ]
        for (word, direction) in words {
            let before = cursor
            guard cursor.take(word: word) else { continue }
            switch cursor.byte {
            case .ascii("-"), .ascii("."), .ascii("="), .ascii("~"), .ascii(">"), .ascii("|"), .ascii("["), .ascii("*"), .space, 0:
                // `A -up B` has nothing behind the word but the other end.
                self.direction = direction
                return
            default: cursor = before
            }
        }
    }

    private static func takeHead(_ cursor: inout LineCursor, isLeft: Bool) -> LineEnd {
        for (spelling, head) in isLeft ? leftHeads : rightHeads {
            guard cursor.bytes.begins(with: spelling, at: cursor.position), cursor.position + spelling.utf8CodeUnitCount <= cursor.end else {
                continue
            }
            let after = cursor.byte(spelling.utf8CodeUnitCount)
            let isLetter = spelling.utf8Start[0].continuesName
            // A letter is a head only where no name goes on with it.
            if isLeft, !Self.isStroke(after) { continue }
            if !isLeft, isLetter, spelling.utf8CodeUnitCount == 1, after.continuesName || after == .ascii(".") || after == .ascii(":") { continue }
            cursor.move(to: cursor.position + spelling.utf8CodeUnitCount)
            return head
        }
        return .none
    }

    private static func isStroke(_ byte: UInt8) -> Bool {
        switch byte {
        case .ascii("-"), .ascii("."), .ascii("="), .ascii("~"): true
        default: false
        }
    }

    private static let leftHeads: [(StaticString, LineEnd)] = [
        ("<||", .triangle), ("<|", .triangle), ("<<|", .triangle), ("<<", .open), ("<", .open), ("*", .composition), ("o", .aggregation),
        ("x", .cross),
        ("+", .nesting), ("^", .triangle), ("#", .composition), ("}o", .zeroOrMany), ("}|", .oneOrMany), ("|o", .zero), ("||", .one), ("}", .many),
        ("()", .ball), (")", .socket), ("0)", .ball), ("0", .ball), ("@", .none),
    ]
    private static let rightHeads: [(StaticString, LineEnd)] = [
        ("||>", .triangle), ("|>>", .triangle), ("|>", .triangle), (">>", .open), (">", .open), ("*", .composition), ("o{", .zeroOrMany),
        ("|{", .oneOrMany),
        ("o|", .zero), ("||", .one), ("o", .aggregation), ("x", .cross), ("+", .nesting), ("^", .triangle), ("#", .composition), ("{", .many),
        ("()", .ball), ("(0", .ball), ("(", .socket), ("0", .ball),
    ]
}
