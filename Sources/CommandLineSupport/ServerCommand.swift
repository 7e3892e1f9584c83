/// What `zenuml` does by the program `zenuml-server`.
public enum ServerCommand: String, Sendable {
    case serve
    case database
    case openapi
    case settings

    /// One line for the list of commands.
    public var summary: String {
        switch self {
        case .serve: "Start the server."
        case .database: "Look at a database, or move its data to another one."
        case .openapi: "Print the API's OpenAPI document."
        case .settings: "Print the table of settings in Markdown."
        }
    }
}
