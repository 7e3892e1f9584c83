import Domain
import Synchronization

/// How much memory answers may take that clients have yet to fetch: one that reads slowly keeps its own.
final class UnsentAnswers: Sendable {
    typealias Client = RateLimitKey.Subject

    private struct State {
        var bytes = 0
        var bytesByClient = ClientCounts()
    }

    private let limit: Int
    private let limitPerClient: Int
    private let state = Mutex(State())

    /// In bytes.
    init(limit: Int = 256 << 20, limitPerClient: Int = 64 << 20) {
        self.limit = limit
        self.limitPerClient = limitPerClient
    }

    var bytes: Int { state.withLock { $0.bytes } }

    /// Room that is given back when the reservation is let go of.
    /// - Throws: ``DomainError/overloaded(_:)`` where there is none.
    func reserve(_ bytes: Int, for client: Client) throws -> Reservation {
        let isTaken = state.withLock { state in
            let own = state.bytesByClient[client]
            // The first answer of a client is given whatever its size, or it could never be had.
            guard state.bytes + bytes <= limit, own == 0 || own + bytes <= limitPerClient else { return false }
            Self.add(bytes, of: client, to: &state)
            return true
        }
        guard isTaken else { throw DomainError.overloaded("Too many answers wait to be fetched at this moment") }
        return Reservation(owner: self, bytes: bytes, client: client)
    }

    /// As ``reserve(_:for:)``, for what must be answered whether there is room or not.
    func count(_ bytes: Int, for client: Client) -> Reservation {
        state.withLock { Self.add(bytes, of: client, to: &$0) }
        return Reservation(owner: self, bytes: bytes, client: client)
    }

    private static func add(_ bytes: Int, of client: Client, to state: inout State) {
        state.bytes += bytes
        state.bytesByClient[client] += bytes
    }

    private func release(_ bytes: Int, of client: Client) {
        state.withLock { state in
            state.bytes -= bytes
            state.bytesByClient[client] -= bytes
        }
    }

    final class Reservation: Sendable {
        private let owner: UnsentAnswers
        private let bytes: Int
        private let client: Client

        fileprivate init(owner: UnsentAnswers, bytes: Int, client: Client) {
            self.owner = owner
            self.bytes = bytes
            self.client = client
        }

        deinit { owner.release(bytes, of: client) }
    }
}
