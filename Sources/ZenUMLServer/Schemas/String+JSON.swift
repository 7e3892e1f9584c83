extension String: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.string(self)
    }
}
