extension Color {
    /// `red` or `#ff8800`.
    init?(named name: [UInt8]) {
        guard let digits = name.first == .ascii("#") ? Array(name[1...]) : Self.names.meaning(of: name), digits.allSatisfy({ $0.isHexadecimalDigit })
        else { return nil }
        self.init(hexadecimal: digits[...])
    }

    /// Of the names of CSS Color 4, 6.1 those that people use.
    private static let names = WordTable(
        """
        black 000 gray 808080 grey 808080 silver c0c0c0 white fff red f00 crimson dc143c maroon 800000 orange ffa500 gold ffd700 \
        yellow ff0 brown a52a2a green 008000 lime 0f0 olive 808000 teal 008080 cyan 0ff aqua 0ff blue 00f navy 000080 purple 800080 \
        magenta f0f fuchsia f0f pink ffc0cb
        """)
}
