import Glibc

/// libarchive takes names for what the thread's locale says, and a server has none that knows more than ASCII.
enum UTF8Locale {
    /// Made once and never changed.
    private nonisolated(unsafe) static let locale: locale_t? = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)

    static func with<Result>(_ work: () throws -> Result) rethrows -> Result {
        guard let locale else { return try work() }
        let before = uselocale(locale)
        defer { uselocale(before) }
        return try work()
    }
}
