import Domain

/// The records of a collection in the order of their ids, read a batch at a time.
struct RecordStream {
    static let batchSize = 1000

    let repository: any RecordRepository
    let collection: StoredRecord.Collection
    private var batch: ArraySlice<StoredRecord> = []
    private var lastID: String?
    private var isAtEnd = false

    init(_ store: any Store, _ collection: StoredRecord.Collection) {
        repository = store.records
        self.collection = collection
    }

    mutating func next() async throws -> StoredRecord? {
        if batch.isEmpty, !isAtEnd {
            batch = try await repository.records(in: collection, after: lastID, limit: Self.batchSize)[...]
            isAtEnd = batch.count < Self.batchSize
            lastID = batch.last?.id
        }
        return batch.popFirst()
    }
}
