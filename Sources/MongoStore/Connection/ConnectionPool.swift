import CMongo
import Domain
import Logging

/// Connections to a MongoDB deployment. Every call blocks the thread that makes it.
///
/// `@unchecked Sendable`: libmongoc's pools may be used from any thread, and the pointer never changes.
final class ConnectionPool: @unchecked Sendable {
    /// More than this many threads win nothing: the server is busy with fewer.
    private static let defaultSize: Int32 = 32

    private let pointer: OpaquePointer

    /// The database that the address names.
    let databaseName: String
    let size: Int

    /// - Throws: ``MongoError`` when the address is wrong, or the driver is not installed. Whether anything answers there is seen at the first command.
    init(url: String, timeouts: MongoTimeouts) throws {
        try DriverLog.start()
        var error = cmongo_error()
        let pointer = "zenuml".withCString { name in
            var options = cmongo_options(
                application_name: name,
                max_pool_size: Self.defaultSize,
                server_selection_timeout: timeouts.serverSelection.milliseconds,
                connect_timeout: timeouts.connect.milliseconds,
                heartbeat_interval: timeouts.heartbeat.milliseconds,
                socket_timeout: timeouts.socket.milliseconds,
                wait_queue_timeout: timeouts.start.milliseconds,
                write_concern_timeout: timeouts.writeConcern.milliseconds
            )
            return cmongo_pool_open(url, &options, &error)
        }
        guard let pointer else { throw MongoError(error) }
        self.pointer = pointer
        databaseName = cmongo_pool_database(pointer).map { String(cString: $0) } ?? "zenuml"
        size = max(1, Int(cmongo_pool_max_size(pointer)))
        if let password = cmongo_pool_password(pointer) { DriverLog.conceal(String(cString: password)) }
    }

    /// Blocks for half a second, until the driver's own threads have ended. Nothing may be called afterwards.
    func close() {
        cmongo_pool_close(pointer)
    }

    /// - Returns: The server's reply, which says that the command as a whole succeeded.
    func run(_ command: [UInt8], _ kind: MongoCommand.Kind) throws -> [UInt8] {
        try reply { cmongo_run(pointer, databaseName, kind.face, command, command.count, &$0, &$1) }
    }

    func insert(_ document: [UInt8], into collection: String) throws -> [UInt8] {
        try reply { cmongo_insert(pointer, databaseName, collection, document, document.count, &$0, &$1) }
    }

    private func reply(_ call: (inout cmongo_document, inout cmongo_error) -> Bool) throws -> [UInt8] {
        var reply = cmongo_document()
        var error = cmongo_error()
        let succeeded = call(&reply, &error)
        defer { cmongo_document_free(&reply) }
        guard succeeded else { throw MongoError(error) }
        return Array(UnsafeBufferPointer(start: reply.bytes, count: reply.length))
    }
}

extension MongoCommand.Kind {
    fileprivate var face: cmongo_command_kind {
        switch self {
        case .read: cmongo_command_read
        case .write: cmongo_command_write
        case .other: cmongo_command_other
        }
    }
}

extension MongoError {
    fileprivate init(_ error: cmongo_error) {
        let message = withUnsafeBytes(of: error.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        // A duplicate key and a failed write concern come with the server's code, whatever the driver calls their domain.
        let isServers = error.domain == cmongo_error_domain_server || error.code == UInt32(Code.duplicateKey)
        self.init(code: isServers ? Int(error.code) : nil, message: DriverLog.concealing(message))
    }
}
