/// Where the data is kept.
public enum DatabaseURL: Sendable, Equatable {
    public static let expected = "sqlite:PATH, such as sqlite:data/zenuml.sqlite, or mongodb://HOST/DATABASE"

    case sqlite(path: String)
    /// A connection string of MongoDB as it was given; its password is in it.
    case mongodb(url: String)

    /// - Parameter text: `sqlite:relative/path` or `sqlite:/absolute/path` (`sqlite://` and a path is understood too);
    ///   `mongodb://…` or `mongodb+srv://…`.
    public init?(_ text: String) {
        if text.hasPrefix("mongodb://") || text.hasPrefix("mongodb+srv://") {
            self = .mongodb(url: text)
            return
        }
        let scheme = "sqlite:"
        guard text.hasPrefix(scheme) else { return nil }
        var path = text.dropFirst(scheme.count)
        if path.hasPrefix("//") { path = path.dropFirst(2) }
        guard !path.isEmpty, path.last != "/" else { return nil }
        self = .sqlite(path: String(path))
    }
}
