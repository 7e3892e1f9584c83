/// What `zenuml` does by the program `zenuml-server`.
public enum ServerCommand: String, Sendable {
    case serve
    case database
    case user
    case openapi
    case settings

    /// One line for the list of commands.
    public var summary: String {
        switch self {
        case .serve: "Start the server."
        case .database: "Look at a database, or move its data to another one."
        case .user: "Look after accounts: list, add, give a link for a new password, close, remove."
        case .openapi: "Print the API's OpenAPI document."
        case .settings: "Print the table of settings in Markdown."
        }
    }
}
