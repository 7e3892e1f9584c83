/// The colours of a picture.
public enum Theme: String, CaseIterable, Sendable {
    case light
    case dark
    case highContrast = "high-contrast"

    public func color(_ paint: Paint) -> Color? {
        switch self {
        case .light: Self.light(paint)
        case .dark: Self.dark(paint)
        case .highContrast: Self.highContrast(paint)
        }
    }

    private static func light(_ paint: Paint) -> Color? {
        switch paint {
        case .none: nil
        case .background: Color(0xFFFFFF)
        case .ink, .shapeInk: Color(0x1F2937)
        case .mutedInk: Color(0x4B5563)
        case .line: Color(0x1F2937)
        case .shape: Color(0xEFF6FF)
        case .shapeBorder, .highlightBorder: Color(0x3B82F6)
        case .guide: Color(0x94A3B8)
        case .highlight: Color(0xDBEAFE)
        case .frameBorder: Color(0x64748B)
        case .frameTab: Color(0xF1F5F9)
        case .frameInk: Color(0x334155)
        case .group: Color(0xF8FAFC)
        case .groupBorder: Color(0xCBD5E1)
        case .comment: Color(0x64748B)
        case .fixed(let color): color
        case .outline(let color): color.outline(on: Color(0xFFFFFF))
        case .coloredInk(let color): color.ink(on: Color(0xFFFFFF))
        case .mark(let change): change.color.outline(on: Color(0xFFFFFF))
        case .markTint(let change): Color(0xFFFFFF).mixed(with: change.color, part: 0.14)
        case .markInk(let change): change.color.ink(on: Color(0xFFFFFF).mixed(with: change.color, part: 0.14))
        }
    }

    private static func dark(_ paint: Paint) -> Color? {
        switch paint {
        case .none: nil
        case .background: Color(0x0F172A)
        case .ink, .shapeInk: Color(0xF1F5F9)
        case .mutedInk: Color(0xCBD5E1)
        case .line: Color(0xE2E8F0)
        case .shape: Color(0x172554)
        case .shapeBorder, .highlightBorder: Color(0x60A5FA)
        case .guide: Color(0x64748B)
        case .highlight: Color(0x1E3A8A)
        case .frameBorder: Color(0x94A3B8)
        case .frameTab: Color(0x1E293B)
        case .frameInk: Color(0xE2E8F0)
        case .group: Color(0x162032)
        case .groupBorder: Color(0x334155)
        case .comment: Color(0x94A3B8)
        case .fixed(let color): color
        case .outline(let color): color.outline(on: Color(0x0F172A))
        case .coloredInk(let color): color.ink(on: Color(0x0F172A))
        case .mark(let change): change.color.outline(on: Color(0x0F172A))
        case .markTint(let change): Color(0x0F172A).mixed(with: change.color, part: 0.25)
        case .markInk(let change): change.color.ink(on: Color(0x0F172A).mixed(with: change.color, part: 0.25))
        }
    }

    private static func highContrast(_ paint: Paint) -> Color? {
        switch paint {
        case .none: nil
        case .background, .shape, .highlight, .frameTab, .group: Color(0xFFFFFF)
        case .shapeBorder, .highlightBorder: Color(0x0033CC)
        case .fixed(let color): color
        case .outline(let color): color.outline(on: Color(0xFFFFFF))
        case .coloredInk(let color): color.ink(on: Color(0xFFFFFF))
        case .mark(let change), .markInk(let change): change.color.ink(on: Color(0xFFFFFF))
        case .markTint: Color(0xFFFFFF)
        default: Color(0x000000)
        }
    }
}

extension ElementChange {
    /// Before a theme has made it readable.
    fileprivate var color: Color {
        switch self {
        case .added: Color(0x16A34A)
        case .removed: Color(0xDC2626)
        case .changed: Color(0xD97706)
        case .moved: Color(0x7C3AED)
        }
    }
}
