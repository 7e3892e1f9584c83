extension String {
    /// For sentences about something of that name, which can be as long as a text: at most 80 characters, then an ellipsis.
    var shortened: String {
        guard utf8.count > 80 else { return self }
        var scalars = unicodeScalars.makeIterator()
        var text = ""
        for _ in 0..<80 {
            guard let scalar = scalars.next() else { return self }
            text.unicodeScalars.append(scalar)
        }
        return scalars.next() == nil ? self : text + "…"
    }
}
