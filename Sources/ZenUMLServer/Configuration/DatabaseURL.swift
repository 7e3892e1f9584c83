/// Where the data is kept.
public enum DatabaseURL: Sendable, Equatable {
    static let expected = "sqlite:PATH, such as sqlite:data/zenuml.sqlite"

    case sqlite(path: String)

    /// - Parameter text: `sqlite:relative/path` or `sqlite:/absolute/path`; `sqlite://` and a path is understood too.
    init?(_ text: String) {
        let scheme = "sqlite:"
        guard text.hasPrefix(scheme) else { return nil }
        var path = text.dropFirst(scheme.count)
        if path.hasPrefix("//") { path = path.dropFirst(2) }
        guard !path.isEmpty, path.last != "/" else { return nil }
        self = .sqlite(path: String(path))
    }
}
