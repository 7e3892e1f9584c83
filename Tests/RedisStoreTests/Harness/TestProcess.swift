import Foundation

/// A program that runs beside a test.
struct TestProcess {
    struct NotStarted: Error {
        let path: String
        let code: Int32
    }

    /// Becomes the program when it has closed what it was handed: or it would keep open the sockets that other tests believe to have closed.
    private static let program =
        #"for path in /proc/self/fd/*; do number=${path##*/}; if [ "$number" -gt 2 ]; then eval "exec $number>&-"; fi; done; exec "$@""#

    private let id: pid_t

    init(_ path: String, _ arguments: [String]) throws {
        var id = pid_t()
        let words = (["/bin/bash", "-c", Self.program, "bash", path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        let code = posix_spawn(&id, "/bin/bash", nil, nil, words, [nil])
        guard code == 0 else { throw NotStarted(path: path, code: code) }
        self.id = id
    }

    func signal(_ number: Int32) {
        kill(id, number)
    }

    /// Returns when it has ended.
    func end() async throws {
        try await Waiting.until("process \(id) has ended") {
            var status: Int32 = 0
            return waitpid(id, &status, WNOHANG) != 0
        }
    }
}
