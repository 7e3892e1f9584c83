public import Domain
import Foundation

/// Copies all that one store holds into another, while nothing writes to either.
///
/// What is in the target already is compared, not written: a copy that was cut off goes on where it stopped, and one that is
/// complete changes nothing. Records that have expired are left behind, as every store forgets them by itself.
public struct DatabaseCopy: Sendable {
    /// What will have expired by the end of the check is left out of it: the target may have forgotten it before the source does.
    private static let margin: TimeInterval = 600

    let source: any Store
    let target: any Store
    let clock: WallClock
    let report: @Sendable (String) -> Void

    /// - Parameter report: Is told of the progress, a line at a time.
    public init(from source: any Store, to target: any Store, clock: WallClock, report: @escaping @Sendable (String) -> Void) {
        self.source = source
        self.target = target
        self.clock = clock
        self.report = report
    }

    /// - Parameter intoNonempty: Whether the target may hold other records, too.
    /// - Throws: ``DatabaseCopyError``, ``DuplicateKeyError``, ``StoreUnavailableError``.
    public func run(intoNonempty: Bool) async throws {
        if !intoNonempty {
            for collection in StoredRecord.Collection.allCases { try await checkTargetHoldsNothingElse(collection) }
        }
        for collection in StoredRecord.Collection.allCases { try await copy(collection) }
        for collection in StoredRecord.Collection.allCases { try await verify(collection, intoNonempty: intoNonempty) }
    }

    private func checkTargetHoldsNothingElse(_ collection: StoredRecord.Collection) async throws {
        var (originals, copies) = (RecordStream(source, collection), RecordStream(target, collection))
        while let copy = try await copies.next() {
            var original = try await originals.next()
            while let candidate = original, candidate.id < copy.id { original = try await originals.next() }
            guard original == copy else { throw DatabaseCopyError.targetNotEmpty(collection: collection.rawValue, id: copy.id) }
        }
    }

    private func copy(_ collection: StoredRecord.Collection) async throws {
        var (written, seen, last) = (0, 0, nil as String?)
        let now = clock.now
        while true {
            let batch = try await source.records.records(in: collection, after: last, limit: collection.batchSize)
            let present = try await target.records.records(in: collection, after: last, limit: collection.batchSize)
            let copies = Dictionary(present.map { ($0.id, $0) }) { first, _ in first }
            let missing = batch.filter { copies[$0.id] != $0 && ($0.expiresAt ?? .distantFuture) > now }
            try await target.records.put(missing)
            written += missing.count
            seen += batch.count
            last = batch.last?.id
            if batch.count < collection.batchSize { break }
            if seen.isMultiple(of: 10_000) { report("\(collection.rawValue): \(seen) read, \(written) written") }
        }
        report("\(collection.rawValue): \(seen) read, \(written) written")
    }

    private func verify(_ collection: StoredRecord.Collection, intoNonempty: Bool) async throws {
        let horizon = clock.now + Self.margin
        var (originals, copies) = (RecordStream(source, collection), RecordStream(target, collection))
        var (left, right) = (RecordDigest(), RecordDigest())
        while let original = try await next(&originals, beyond: horizon) {
            var copy = try await next(&copies, beyond: horizon)
            while intoNonempty, let candidate = copy, candidate.id < original.id { copy = try await next(&copies, beyond: horizon) }
            guard copy == original else { throw DatabaseCopyError.different(collection: collection.rawValue, id: original.id) }
            left.add(original)
            if let copy { right.add(copy) }
        }
        if !intoNonempty, let extra = try await next(&copies, beyond: horizon) {
            throw DatabaseCopyError.different(collection: collection.rawValue, id: extra.id)
        }
        report("\(collection.rawValue): \(left.count) in the source, SHA-256 \(left.checksum)")
        report("\(collection.rawValue): \(right.count) in the target, SHA-256 \(right.checksum)")
    }

    private func next(_ stream: inout RecordStream, beyond horizon: Date) async throws -> StoredRecord? {
        while let record = try await stream.next() {
            if (record.expiresAt ?? .distantFuture) > horizon { return record }
        }
        return nil
    }
}
