/// `loop(3)` and `loop(1, 5)`, `*` for no upper bound (UML 2.5.1, 17.6: InteractionConstraint).
struct LoopBounds: Equatable {
    var minimum: Int
    var maximum: Int?

    init?(_ text: String) {
        var values: [Int?] = [nil]
        var hasDigits = false
        var position = 0
        for byte in text.utf8 {
            switch byte {
            case .space: continue
            case _ where byte.isDigit:
                hasDigits = true
                let value = (values[position] ?? 0) * 10 + Int(byte - 0x30)
                guard value < 1_000_000_000 else { return nil }
                values[position] = value
            case .ascii(",") where position == 0 && hasDigits:
                position = 1
                values.append(nil)
                hasDigits = false
            case .ascii("*") where position == 1 && !hasDigits: hasDigits = true
            default: return nil
            }
        }
        guard hasDigits, let first = values[0] else { return nil }
        minimum = first
        maximum = position == 0 ? first : values[1]
    }
}
