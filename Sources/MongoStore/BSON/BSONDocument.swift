/// Named values in order.
struct BSONDocument: Sendable, Equatable {
    struct Field: Sendable, Equatable {
        let name: String
        let value: BSONValue
    }

    private(set) var fields: [Field] = []

    init() {}

    init(_ elements: [(String, BSONValue)]) {
        fields = elements.map(Field.init)
    }

    init(fields: [Field]) {
        self.fields = fields
    }

    /// The first value of that name.
    subscript(name: String) -> BSONValue? {
        fields.first { $0.name == name }?.value
    }

    mutating func append(_ name: String, _ value: BSONValue) {
        fields.append(Field(name: name, value: value))
    }
}

extension BSONDocument {
    /// What of a record can be set anew.
    var withoutID: BSONDocument { BSONDocument(fields: fields.filter { $0.name != "_id" }) }
}

extension BSONDocument: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, BSONValue)...) {
        self.init(elements)
    }
}
