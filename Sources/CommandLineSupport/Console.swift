import SystemPackage

/// Lines for whoever watches, at once even when they go into a pipe.
public enum Console {
    public static func write(_ line: String) {
        write(line + "\n", to: .standardOutput)
    }

    public static func writeError(_ line: String) {
        write("zenuml: \(line)\n", to: .standardError)
    }

    /// Lines that say by themselves where they are from.
    public static func writeReport(_ lines: [String]) {
        var text = ""
        for line in lines {
            text += line + "\n"
            guard text.utf8.count > 1 << 16 else { continue }
            write(text, to: .standardError)
            text = ""
        }
        write(text, to: .standardError)
    }

    /// Nobody is left to be told that nobody listens.
    private static func write(_ text: String, to descriptor: FileDescriptor) {
        _ = try? descriptor.writeAll(text.utf8)
    }
}
