/// Gives each diagram of an export a file of its own, in a folder for its project.
struct ExportNames {
    private var taken: Set<String> = []

    /// - Returns: `Shop/Checkout.zen`, with a number where two would get the same. Capitals don't tell names apart everywhere.
    mutating func file(project: String, diagram: String, ending: String) -> String {
        let stem = "\(Self.safe(project))/\(Self.safe(diagram))"
        var name = "\(stem).\(ending)"
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            name = "\(stem) (\(number)).\(ending)"
            number += 1
        }
        return name
    }

    /// What every file system takes as a part of a path.
    private static func safe(_ name: String) -> String {
        let forbidden = Set("\\/:*?\"<>|")
        let letters = name.prefix(80).map { forbidden.contains($0) || $0.unicodeScalars.contains { $0.value < 0x20 } ? "-" : $0 }
        let text = String(letters).trimmingWhiteSpace()
        return text.isEmpty || text.allSatisfy { $0 == "." } ? "untitled" : String(text)
    }
}
