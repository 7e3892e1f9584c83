public import SystemPackage

/// Lines for whoever watches, at once even when they go into a pipe.
public enum Console {
    /// The result. When it can't be written, the command has failed.
    public static func write(_ line: String) throws(Errno) {
        try write(line + "\n", to: .standardOutput)
    }

    /// How it goes: when nobody can be told, it goes on.
    public static func writeProgress(_ line: String) {
        try? write(line)
    }

    public static func writeError(_ line: String) {
        try? write("zenuml: \(line)\n", to: .standardError)
    }

    /// Lines that say by themselves where they are from, beside a result. Some at once: there can be a million.
    public static func writeReport(_ lines: [String]) {
        var text = ""
        for line in lines {
            text += line + "\n"
            guard text.utf8.count > 1 << 16 else { continue }
            try? write(text, to: .standardError)
            text = ""
        }
        try? write(text, to: .standardError)
    }

    private static func write(_ text: String, to descriptor: FileDescriptor) throws(Errno) {
        do {
            _ = try descriptor.writeAll(text.utf8)
        } catch let error as Errno {
            throw error
        } catch {
            throw .ioError
        }
    }
}
