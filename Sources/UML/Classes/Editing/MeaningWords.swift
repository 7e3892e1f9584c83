/// Words in a row, told apart from all others.
struct MeaningWords {
    private(set) var bytes: [UInt8] = []

    @inline(never)
    mutating func add(_ word: String?) {
        bytes.append(0)
        if let word { bytes += word.utf8 } else { bytes.append(1) }
    }

    @inline(never)
    mutating func add(_ words: [String]) {
        for word in words { add(word) }
        bytes.append(3)
    }

    @inline(never)
    mutating func add(_ flag: Bool) { bytes.append(flag ? 2 : 1) }

    mutating func add(_ number: Int) { add(String(number)) }

    @inline(never)
    mutating func add(_ color: Color?) {
        bytes.append(3)
        if let color { bytes += [color.red, color.green, color.blue] }
    }

    mutating func add(_ feature: Feature) {
        add(feature.text)
        add(feature.visibility?.rawValue)
        add(feature.isStatic)
        add(feature.isAbstract)
        add(feature.isOperation)
    }
}
