/// A colour of the sRGB space, eight bits a channel.
public struct Color: Equatable, Sendable {
    public var red: UInt8
    public var green: UInt8
    public var blue: UInt8

    public init(_ rgb: UInt32) {
        red = UInt8(truncatingIfNeeded: rgb >> 16)
        green = UInt8(truncatingIfNeeded: rgb >> 8)
        blue = UInt8(truncatingIfNeeded: rgb)
    }

    /// `fff` or `ff8800`; longer and shorter ones are no colours.
    init?(hexadecimal digits: ArraySlice<UInt8>) {
        guard digits.count == 3 || digits.count == 6 else { return nil }
        var value: UInt32 = 0
        for digit in digits {
            let nibble = UInt32(digit.isDigit ? digit - 0x30 : (digit | 0x20) - 0x57)
            value = value << 4 | nibble
            if digits.count == 3 { value = value << 4 | nibble }
        }
        self.init(value)
    }

    /// A mix of this colour and another one; `part` of the other one, from 0 to 1.
    func mixed(with other: Color, part: Double) -> Color {
        func channel(_ own: UInt8, _ others: UInt8) -> UInt32 { UInt32((Double(own) * (1 - part) + Double(others) * part).rounded()) }
        return Color(channel(red, other.red) << 16 | channel(green, other.green) << 8 | channel(blue, other.blue))
    }

    /// This colour made so dark, or on a dark page so light, that lines of it are told from the page: by 3 to 1 (WCAG 2.2, 1.4.11).
    func outline(on page: Color) -> Color { distinct(on: page, by: 3.6, part: 0.25) }

    /// Likewise for texts: by 4.5 to 1 (1.4.3).
    func ink(on page: Color) -> Color { distinct(on: page, by: 5.4, part: 0) }

    /// - Parameter contrast: By the formula below: on a dark page its squares say more than there is by the exact one.
    private func distinct(on page: Color, by contrast: Double, part: Double) -> Color {
        let far = page.luminance > 0.5 ? Color(0x000000) : Color(0xFFFFFF)
        var part = part
        while part < 1, mixed(with: far, part: part).contrast(to: page) < contrast { part += 0.05 }
        return mixed(with: far, part: min(part, 1))
    }

    func contrast(to other: Color) -> Double {
        let (one, two) = (luminance + 0.05, other.luminance + 0.05)
        return one > two ? one / two : two / one
    }

    /// Relative luminance (WCAG 2.2), with squares for its exponent of 2.4.
    private var luminance: Double {
        let (red, green, blue) = (Double(red), Double(green), Double(blue))
        return (0.2126 * red * red + 0.7152 * green * green + 0.0722 * blue * blue) / 65_025
    }

    /// Black or white, whichever is easier to read on this colour: by the perceived lightness of ITU-R BT.601.
    var readableInk: Color {
        Int(red) * 299 + Int(green) * 587 + Int(blue) * 114 > 150_000 ? Color(0x111827) : Color(0xFFFFFF)
    }
}
