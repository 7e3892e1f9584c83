import Domain
import ZenUMLServer

/// A link by which a password is set.
struct UserLink: Encodable, CustomStringConvertible {
    let email: String
    let link: String

    init(_ user: User, path: String, _ settings: Settings) {
        email = user.email
        link = settings.publicAddress + path
    }

    var description: String { link }
}
