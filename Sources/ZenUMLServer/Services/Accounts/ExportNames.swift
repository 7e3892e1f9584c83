/// Gives each diagram of an export a file of its own, in a folder for its project.
struct ExportNames {
    private var taken: Set<String> = []
    /// The number to be tried next, by the name without one.
    private var next: [String: Int] = [:]

    /// - Returns: `Shop/Checkout.zen`, with a number where two would get the same. Capitals don't tell names apart everywhere.
    mutating func file(project: String, diagram: String, ending: String) -> String {
        let stem = "\(Self.safe(project))/\(Self.safe(diagram))"
        let key = stem.lowercased()
        var number = next[key] ?? 1
        var name = ""
        repeat {
            name = number == 1 ? "\(stem).\(ending)" : "\(stem) (\(number)).\(ending)"
            number += 1
        } while !taken.insert(name.lowercased()).inserted
        next[key] = number
        return name
    }

    /// Of a part of a path, in bytes of UTF-8, without a number and the ending.
    private static let longest = 180

    /// What every file system takes as a part of a path.
    private static func safe(_ name: String) -> String {
        let forbidden = Set("\\/:*?\"<>|")
        var bytes = 0
        // Most file systems count the bytes of a name, and take 255.
        let beginning = name.prefix {
            bytes += $0.utf8.count
            return bytes <= longest
        }
        let letters = beginning.map { forbidden.contains($0) || $0.unicodeScalars.contains { $0.value < 0x20 } ? "-" : $0 }
        let text = String(letters).trimmingWhiteSpace()
        return text.isEmpty || text.allSatisfy { $0 == "." } ? "untitled" : String(text)
    }
}
