import Metrics
import Synchronization

/// Pictures that have been drawn, by names that say all that they are made of: so none is ever out of date.
///
/// Whoever asks for one that is just being drawn waits for it. What was used longest ago goes first.
final class PictureCache: Sendable {
    /// In bytes, of one.
    static let largest = 2 << 20

    private struct Flight {
        let id: Int
        let task: Task<Picture, any Error>
        var waiters = 1
    }

    private struct State {
        var entries: [PictureName: (picture: Picture, lastUse: Int)] = [:]
        var bytes = 0
        var flights: [PictureName: Flight] = [:]
        /// Counts uses and flights.
        var count = 0
    }

    private let limit: Int
    private let state = Mutex(State())
    private let hits: Counter
    private let misses: Counter

    /// - Parameter limit: In bytes, of all.
    init(limit: Int = 32 << 20, metrics: any MetricsFactory) {
        self.limit = limit
        (hits, misses) = (Self.counter("hit", metrics), Self.counter("miss", metrics))
    }

    private static func counter(_ result: String, _ metrics: any MetricsFactory) -> Counter {
        let dimensions = [("cache", "pictures"), ("tier", "memory"), ("result", result)]
        return Counter(label: "zenuml_cache_requests_total", dimensions: dimensions, factory: metrics)
    }

    /// - Parameters:
    ///   - admit: Called when it has to be drawn; what it throws is for this asker alone.
    ///   - draw: Called when nobody is drawing it; its failure is that of all who wait for it.
    func picture(
        _ name: PictureName, admit: () async throws -> Void = {}, _ draw: @escaping @Sendable () async throws -> Picture
    ) async throws -> Picture {
        if let known = known(name) {
            hits.increment()
            return known
        }
        if !state.withLock({ $0.flights[name] != nil }) { try await admit() }
        let flight = join(name, draw)
        return try await withTaskCancellationHandler {
            try await flight.task.value
        } onCancel: {
            leave(name, flight.id)
        }
    }

    private func known(_ name: PictureName) -> Picture? {
        state.withLock { state in
            guard let picture = state.entries[name]?.picture else { return nil }
            state.count += 1
            state.entries[name]?.lastUse = state.count
            return picture
        }
    }

    private func join(_ name: PictureName, _ draw: @escaping @Sendable () async throws -> Picture) -> Flight {
        state.withLock { state in
            if let flight = state.flights[name] {
                state.flights[name]?.waiters += 1
                hits.increment()
                return flight
            }
            misses.increment()
            state.count += 1
            let id = state.count
            let task = Task { [self] in
                defer { end(name, id) }
                let picture = try await draw()
                keep(picture, name)
                return picture
            }
            let flight = Flight(id: id, task: task)
            state.flights[name] = flight
            return flight
        }
    }

    /// What nobody waits for any more is not drawn to its end.
    private func leave(_ name: PictureName, _ id: Int) {
        let task: Task<Picture, any Error>? = state.withLock { state in
            guard var flight = state.flights[name], flight.id == id else { return nil }
            flight.waiters -= 1
            state.flights[name] = flight.waiters > 0 ? flight : nil
            return flight.waiters > 0 ? nil : flight.task
        }
        task?.cancel()
    }

    private func end(_ name: PictureName, _ id: Int) {
        state.withLock { state in
            if state.flights[name]?.id == id { state.flights[name] = nil }
        }
    }

    private func keep(_ picture: Picture, _ name: PictureName) {
        guard picture.bytes.count <= min(Self.largest, limit) else { return }
        state.withLock { state in
            state.count += 1
            if let former = state.entries.updateValue((picture, state.count), forKey: name) { state.bytes -= former.picture.bytes.count }
            state.bytes += picture.bytes.count
            if state.bytes > limit { Self.makeRoom(in: &state, upTo: limit - limit / 8) }
        }
    }

    /// An eighth at once: the oldest have to be looked for.
    private static func makeRoom(in state: inout State, upTo most: Int) {
        for (name, entry) in state.entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
            guard state.bytes > most else { return }
            state.entries[name] = nil
            state.bytes -= entry.picture.bytes.count
        }
    }
}
