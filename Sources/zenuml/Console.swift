import Foundation

/// Lines for whoever watches, at once even when they go into a pipe.
enum Console {
    static func write(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    static func writeError(_ line: String) {
        FileHandle.standardError.write(Data("zenuml: \(line)\n".utf8))
    }
}
