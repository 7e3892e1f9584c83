import Domain

/// How much somebody has, and how much they may have.
struct StorageState: JSONWritable {
    let usage: StorageUsage
    let diagramLimit: Int
    /// `nil` for none.
    let byteLimit: Int?

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("diagrams", usage.count)
            json.field("diagram_limit", diagramLimit)
            json.field("bytes", usage.bytes)
            if let byteLimit { json.field("byte_limit", byteLimit) } else { json.field("byte_limit", String?.none) }
        }
    }
}
