/// A value that writes itself as JSON.
///
/// `JSONEncoder` builds a tree of all values before it writes the first, which is much work for a page of a thousand.
protocol JSONWritable {
    func write(to json: inout JSONWriter)
}

extension Array: JSONWritable where Element: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.array(self)
    }
}

extension String: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.string(self)
    }
}
