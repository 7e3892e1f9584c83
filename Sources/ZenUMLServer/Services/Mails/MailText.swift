import UML

/// What a mail says: as plain text, and as HTML of the same words.
struct MailText: Sendable {
    let subject: String
    let paragraphs: [String]
    /// What is to be opened, and what that does.
    var action: (label: String, address: String)?
    /// What is said at the end, in small letters.
    let footnote: String

    /// A name as a word of a mail: on one line.
    static func word(_ name: String) -> String {
        let scalars = name.unicodeScalars.map { scalar in
            let isBreak = [.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
            return isBreak ? " " : scalar
        }
        return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
    }

    var plain: String {
        (paragraphs + (action.map { ["\($0.label):\n\($0.address)"] } ?? []) + ["-- \n\(footnote)"]).joined(separator: "\n\n") + "\n"
    }

    var html: String {
        let words = paragraphs.map { "<p style=\"margin:0 0 16px\">\(XMLText.escaped($0))</p>" }
        let button = action.map { label, address in
            """
            <p style="margin:24px 0"><a href="\(XMLText.escaped(address))" style="display:inline-block;padding:12px 20px;border-radius:8px;\
            background:#2f5bd7;color:#ffffff;text-decoration:none;font-weight:600">\(XMLText.escaped(label))</a></p>
            <p style="margin:0 0 16px;font-size:13px;color:#5b6270">Or open this address:<br>\(XMLText.escaped(address))</p>
            """
        }
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>\(XMLText.escaped(subject))</title></head>
            <body style="margin:0;padding:24px;background:#f4f5f8">
            <div style="max-width:560px;margin:0 auto;padding:32px;border-radius:12px;background:#ffffff;\
            font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#1d2330;overflow-wrap:anywhere">
            \(words.joined(separator: "\n"))
            \(button ?? "")
            <p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #e3e6ec;font-size:13px;color:#5b6270">\(XMLText.escaped(footnote))</p>
            </div></body></html>

            """
    }
}
