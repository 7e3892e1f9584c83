public import Foundation

/// A folder that is gone when the test is over.
public enum TemporaryFolder {
    public static func with<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zenuml-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }

    /// - Parameter body: Gets the path of a file that is not there yet.
    public static func withPath<Result>(of name: String, _ body: (String) async throws -> Result) async throws -> Result {
        try await with { try await body($0.appending(path: name).path) }
    }
}
