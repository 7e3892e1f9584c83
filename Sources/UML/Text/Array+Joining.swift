extension [String] {
    /// All in a row. The library's own weighs much more in a browser.
    @inline(never)
    func joined(by separator: String) -> String {
        var text = ""
        for (index, one) in enumerated() {
            if index > 0 { text += separator }
            text += one
        }
        return text
    }
}
