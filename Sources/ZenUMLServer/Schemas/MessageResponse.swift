/// A few named texts and switches, in order.
struct MessageResponse: Sendable, JSONWritable {
    enum Value: Sendable {
        case text(String)
        case flag(Bool)
    }

    let fields: KeyValuePairs<String, Value>

    func write(to json: inout JSONWriter) {
        json.object { json in
            for (name, value) in fields {
                switch value {
                case .text(let text): json.field(name, text)
                case .flag(let flag): json.field(name, flag)
                }
            }
        }
    }
}
