import UML

/// A page with the newest picture of a diagram and nothing else, for frames of other pages such as wikis. It has no script.
enum PictureFrame {
    /// The one page that others may frame.
    static let contentSecurityPolicy =
        "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *"

    /// - Parameter token: Of the link; found in the database, so it has no letters but those of base64url.
    static func page(token: String, name: String) -> String {
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(XMLText.escaped(name))</title>
        <style>body{margin:0;display:grid;place-items:center;min-height:100vh}img{max-width:100%;height:auto}</style>
        <picture>
        <source srcset="/e/\(token).svg?theme=dark" media="(prefers-color-scheme: dark)">
        <img src="/e/\(token).svg" alt="\(XMLText.escaped(name))">
        </picture>
        </html>

        """
    }
}
