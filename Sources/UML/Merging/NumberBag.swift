/// Numbers without an order, each as often as it was put in.
struct NumberBag {
    /// In ascending order.
    private(set) var sorted: [Int]

    init(_ numbers: [Int]) { sorted = StableOrder.sorted(numbers) }

    var isEmpty: Bool { sorted.isEmpty }

    func isSame(as other: NumberBag) -> Bool { sorted == other.sorted }

    /// What is in both.
    func common(with other: NumberBag) -> NumberBag { parts(other).common }

    /// What is in this one more often.
    func without(_ other: NumberBag) -> NumberBag { parts(other).rest }

    private func parts(_ other: NumberBag) -> (common: NumberBag, rest: NumberBag) {
        var (common, rest) = (NumberBag([]), NumberBag([]))
        var next = 0
        for number in sorted {
            while next < other.sorted.count, other.sorted[next] < number { next += 1 }
            if next < other.sorted.count, other.sorted[next] == number {
                common.sorted.append(number)
                next += 1
            } else {
                rest.sorted.append(number)
            }
        }
        return (common, rest)
    }
}
