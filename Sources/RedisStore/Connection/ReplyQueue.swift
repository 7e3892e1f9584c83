import NIOCore

/// Who waits for replies, in the order in which Redis will give them.
///
/// One whose time is up leaves a place behind (a tombstone): the reply will come all the same, and must not be handed to the next one.
struct ReplyQueue {
    private struct Place {
        let deadline: NIODeadline
        /// `nil` in a tombstone.
        var completion: RedisCall.Completion?
    }

    /// How late the next reply may be. Then it won't come any more, or Redis is of no use.
    static let patience = TimeAmount.seconds(2)

    private var places = CircularBuffer<Place>()

    var count: Int { places.count }

    mutating func append(_ completion: @escaping RedisCall.Completion, deadline: NIODeadline) {
        places.append(Place(deadline: deadline, completion: completion))
    }

    /// - Returns: Whether a reply was due.
    mutating func hand(over reply: RESPValue) -> Bool {
        guard let place = places.popFirst() else { return false }
        place.completion?(.success(reply))
        return true
    }

    /// Tells those whose time is up.
    mutating func expire(at now: NIODeadline) {
        for offset in 0..<places.count where places[offset: offset].deadline <= now {
            places[offset: offset].completion?(.failure(.timeout))
            places[offset: offset].completion = nil
        }
    }

    /// Whether the next reply is too late for any other to be waited for.
    func isGivenUp(at now: NIODeadline) -> Bool {
        places.first.map { $0.deadline + Self.patience <= now } ?? false
    }

    /// When somebody's time will be up, or all replies will be given up; `nil` when nothing is due.
    var nextDeadline: NIODeadline? {
        guard let first = places.first else { return nil }
        return places.lazy.filter { $0.completion != nil }.map(\.deadline).reduce(first.deadline + Self.patience, min)
    }

    mutating func fail(_ error: RedisError) {
        let all = places
        places = CircularBuffer()
        for place in all { place.completion?(.failure(error)) }
    }
}
