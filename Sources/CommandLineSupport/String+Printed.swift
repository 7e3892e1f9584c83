extension String {
    /// On one line, and without what a terminal takes for a command or what turns the direction of the line: others have chosen the words.
    public var printed: String {
        String(
            UnicodeScalarView(
                unicodeScalars.map { scalar in
                    switch scalar {
                    case "\t", "\n", "\r", "\u{2028}", "\u{2029}": " "
                    // They join letters and signs to one.
                    case "\u{200C}", "\u{200D}": scalar
                    default: [.control, .format].contains(scalar.properties.generalCategory) ? "\u{FFFD}" : scalar
                    }
                }))
    }
}
