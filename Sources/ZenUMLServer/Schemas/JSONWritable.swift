/// A value that writes itself as JSON.
///
/// `JSONEncoder` takes longer for a page of status checks than everything else in the request together.
protocol JSONWritable {
    func write(to json: inout JSONWriter)
}

extension Array: JSONWritable where Element: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.array(self)
    }
}
