import Domain

extension FieldError: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("loc", location)
            json.field("msg", message)
            json.field("type", type)
        }
    }
}
