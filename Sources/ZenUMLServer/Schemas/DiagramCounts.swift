/// How many diagrams of which kind there are, and in all.
struct DiagramCounts: JSONWritable {
    let kinds: [String: Int]

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("total", kinds.values.reduce(0, +))
            json.field("kinds", Kinds(counts: kinds.sorted { $0.key < $1.key }))
        }
    }

    private struct Kinds: JSONWritable {
        let counts: [(key: String, value: Int)]

        func write(to json: inout JSONWriter) {
            json.object { json in
                for count in counts { json.field(named: count.key, count.value) }
            }
        }
    }
}

extension Int: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.number(self)
    }
}
