import Domain

/// Makes what one store holds of a collection the same as what another one holds of it.
struct DatabaseMirror: Sendable {
    private static let removedAtOnce = 1000

    let source: any Store
    let target: any Store
    /// What becomes of a record on its way; `nil` for one that is left out.
    let rule: @Sendable (StoredRecord) -> StoredRecord?

    /// What is to be replaced is removed first: so its address can go to another record.
    /// - Returns: How many records were removed or written.
    func run(_ collection: StoredRecord.Collection) async throws -> Int {
        try await removeOthers(collection) + putMissing(collection)
    }

    private func removeOthers(_ collection: StoredRecord.Collection) async throws -> Int {
        var (originals, copies) = (RecordStream(source, collection), RecordStream(target, collection))
        var (others, removed) = ([] as [String], 0)
        while let copy = try await copies.next() {
            let original = try await originals.record(id: copy.id)
            guard original.flatMap(rule) != copy else { continue }
            others.append(copy.id)
            removed += 1
            guard others.count == Self.removedAtOnce else { continue }
            try await target.records.remove(others, in: collection)
            others = []
        }
        if !others.isEmpty { try await target.records.remove(others, in: collection) }
        return removed
    }

    private func putMissing(_ collection: StoredRecord.Collection) async throws -> Int {
        var (originals, copies) = (RecordStream(source, collection), RecordStream(target, collection))
        var (missing, written) = ([] as [StoredRecord], 0)
        while let original = try await originals.next() {
            guard let record = rule(original), try await copies.record(id: record.id) != record else { continue }
            missing.append(record)
            written += 1
            guard missing.count == collection.batchSize else { continue }
            try await target.records.put(missing)
            missing = []
        }
        try await target.records.put(missing)
        return written
    }
}
