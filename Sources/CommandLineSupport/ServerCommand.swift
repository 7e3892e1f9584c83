/// What `zenuml` does by the program `zenuml-server`.
public enum ServerCommand: String, Sendable {
    case serve
    case database
    case user
    case jobs
    case work
    case openapi
    case settings

    /// One line for the list of commands.
    public var summary: String {
        switch self {
        case .serve: "Start the server."
        case .database: "Look at a database, back it up and restore it, or move its data to another one."
        case .user: "Look after accounts: list, add, give a link for a new password, close, remove."
        case .jobs: "Look at what is still to be done, such as mails; try it again or drop it."
        case .work: "Do jobs, such as mails, without serving."
        case .openapi: "Print the API's OpenAPI document."
        case .settings: "Print the table of settings in Markdown."
        }
    }
}
