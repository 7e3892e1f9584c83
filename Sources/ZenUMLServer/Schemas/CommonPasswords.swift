/// Passwords of twelve characters or more that turn up again and again in published leaks, and the habits behind them.
enum CommonPasswords {
    static func contains(_ password: String) -> Bool {
        let password = password.lowercased()
        return isRepetition(password) || isRun(password) || words.contains(where: { isWord($0, in: password) })
    }

    /// Words and keyboard walks that, with digits or punctuation around them, make up most of the long passwords in such lists.
    private static let words: Set<String> = [
        "password", "passw0rd", "p@ssword", "p@ssw0rd", "passwort", "motdepasse", "contraseña", "qwerty", "qwertyuiop", "qwertyuiopasdfghjkl",
        "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "1q2w3e4r", "1q2w3e4r5t", "1q2w3e4r5t6y", "1qaz2wsx", "1qaz2wsx3edc", "qazwsxedc",
        "qweasdzxc", "zaq12wsx", "administrator", "admin", "adminadmin", "letmein", "letmeinplease", "welcome", "welcomehome", "iloveyou",
        "iloveyousomuch", "sunshine", "princess", "football", "baseball", "basketball", "liverpool", "manchester", "monkey", "dragon", "superman",
        "batman", "trustno", "starwars", "whatever", "changeme", "changemenow", "default", "secret", "topsecret", "correcthorsebatterystaple",
        "correct horse battery staple", "zenuml", "internet", "computer", "samsung", "facebook", "linkedin", "google", "microsoft", "mypassword",
        "thisismypassword", "mypasswordis", "passwordpassword", "testpassword", "password is password", "unknown", "mustang", "chocolate",
    ]

    /// A single word, with nothing but digits and punctuation to bring it to length.
    private static func isWord(_ word: String, in password: String) -> Bool {
        guard let range = password.firstRange(of: word) else { return false }
        let rest = password[..<range.lowerBound] + password[range.upperBound...]
        return rest.allSatisfy { !$0.isLetter }
    }

    /// `aaaaaaaaaaaa`, `abcabcabcabc`: a block of up to six characters, over and over.
    private static func isRepetition(_ password: String) -> Bool {
        let characters = Array(password)
        return (1...6).contains { length in
            characters.count >= 2 * length && characters.indices.allSatisfy { characters[$0] == characters[$0 % length] }
        }
    }

    /// `123456789012`, `abcdefghijkl`, `987654321098`: each character next to the one before, round the corner too.
    private static func isRun(_ password: String) -> Bool {
        let scalars = password.unicodeScalars.map { Int($0.value) }
        return [1, -1].contains { step in
            zip(scalars, scalars.dropFirst()).allSatisfy { first, second in
                let difference = second - first
                return difference == step || difference == -9 * step || difference == -25 * step
            }
        }
    }
}
