/// A few named texts and switches, in order.
struct MessageResponse: Sendable, JSONWritable {
    enum Value: Sendable, JSONWritable {
        case text(String)
        case flag(Bool)

        func write(to json: inout JSONWriter) {
            switch self {
            case .text(let text): json.string(text)
            case .flag(let flag): json.flag(flag)
            }
        }
    }

    let fields: KeyValuePairs<String, Value>

    func write(to json: inout JSONWriter) {
        json.object { json in
            for (name, value) in fields {
                json.field(named: name, value)
            }
        }
    }
}
