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
        case .ink, .headerInk: Color(0x1F2937)
        case .mutedInk: Color(0x4B5563)
        case .line: Color(0x1F2937)
        case .header: Color(0xEFF6FF)
        case .headerBorder, .executionBorder: Color(0x3B82F6)
        case .lifeline: Color(0x94A3B8)
        case .execution: Color(0xDBEAFE)
        case .fragmentBorder: Color(0x64748B)
        case .fragmentTab: Color(0xF1F5F9)
        case .fragmentInk: Color(0x334155)
        case .group: Color(0xF8FAFC)
        case .groupBorder: Color(0xCBD5E1)
        case .comment: Color(0x64748B)
        case .fixed(let color): color
        }
    }

    private static func dark(_ paint: Paint) -> Color? {
        switch paint {
        case .none: nil
        case .background: Color(0x0F172A)
        case .ink, .headerInk: Color(0xF1F5F9)
        case .mutedInk: Color(0xCBD5E1)
        case .line: Color(0xE2E8F0)
        case .header: Color(0x172554)
        case .headerBorder, .executionBorder: Color(0x60A5FA)
        case .lifeline: Color(0x64748B)
        case .execution: Color(0x1E3A8A)
        case .fragmentBorder: Color(0x94A3B8)
        case .fragmentTab: Color(0x1E293B)
        case .fragmentInk: Color(0xE2E8F0)
        case .group: Color(0x162032)
        case .groupBorder: Color(0x334155)
        case .comment: Color(0x94A3B8)
        case .fixed(let color): color
        }
    }

    private static func highContrast(_ paint: Paint) -> Color? {
        switch paint {
        case .none: nil
        case .background, .header, .execution, .fragmentTab, .group: Color(0xFFFFFF)
        case .headerBorder, .executionBorder: Color(0x0033CC)
        case .fixed(let color): color
        default: Color(0x000000)
        }
    }
}
