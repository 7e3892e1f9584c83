import CommandLineSupport
import Glibc

/// The program with the commands of the server. It is large: to draw a picture takes half as long without it.
enum ServerProgram {
    static let name = "zenuml-server"

    /// Whether the command line (of the program, then its arguments) is for it, as `serve` and `help serve` are.
    static func isAsked(by arguments: [String]) -> Bool {
        var words = arguments.dropFirst()
        if words.first == "help" { words = words.dropFirst().drop { $0.hasPrefix("-") } }
        return words.first.flatMap(ServerCommand.init(rawValue:)) != nil
    }

    /// Runs it in place of this one, as the same process, with the same arguments. It lies beside this one.
    static func become() -> Never {
        let path = ownFolder().map { $0 + name }
        if let path { execv(path, CommandLine.unsafeArgv) }
        Console.writeError("\(path ?? name): can't be started: \(String(cString: strerror(errno)))")
        exit(126)
    }

    /// With a slash at its end; links to this program lead to where it is.
    private static func ownFolder() -> String? {
        guard let path = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(path) }
        let name = String(cString: path)
        return name.lastIndex(of: "/").map { String(name[...$0]) }
    }
}
