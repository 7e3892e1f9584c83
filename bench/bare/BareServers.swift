import Foundation

/// Two servers that do nothing but answer `GET /health`, on the libraries that ours is built on: what they do in the same run is as much
/// as ours could. Usage: `bare-servers hummingbird|nio PORT`.
@main
struct BareServers {
    static let body = #"{"status":"healthy","message":"API is running"}"#

    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let port = Int(arguments[2]) else { return usage() }
        switch arguments[1] {
        case "hummingbird": try await HummingbirdServer.run(port: port)
        case "nio": try await NIOServer.run(port: port)
        default: usage()
        }
    }

    private static func usage() {
        FileHandle.standardError.write(Data("usage: bare-servers hummingbird|nio PORT\n".utf8))
        exit(2)
    }
}
