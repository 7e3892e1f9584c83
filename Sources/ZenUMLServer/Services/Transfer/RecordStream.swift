import Domain

/// The records of a collection in the order of their ids, read a batch at a time.
struct RecordStream {
    let repository: any RecordRepository
    let collection: StoredRecord.Collection
    private var batch: ArraySlice<StoredRecord> = []
    private var lastID: String?
    private var isAtEnd = false
    private var sought: StoredRecord?

    init(_ store: any Store, _ collection: StoredRecord.Collection) {
        repository = store.records
        self.collection = collection
    }

    mutating func next() async throws -> StoredRecord? {
        if batch.isEmpty, !isAtEnd {
            batch = try await repository.records(in: collection, after: lastID, limit: collection.batchSize)[...]
            isAtEnd = batch.count < collection.batchSize
            lastID = batch.last?.id
        }
        return batch.popFirst()
    }

    /// The record of an id, if there is one; asked for ids in ascending order only.
    mutating func record(id: String) async throws -> StoredRecord? {
        while (sought?.id ?? "") < id {
            sought = try await next()
            if sought == nil { return nil }
        }
        return sought?.id == id ? sought : nil
    }
}

extension StoredRecord.Collection {
    /// How many records are read at once. Diagrams and their versions may hold more than 1 MiB each, and a reply of MongoDB no more than 16.
    var batchSize: Int {
        switch self {
        case .diagrams, .versions: 8
        case .accessLists: 100
        default: 1000
        }
    }
}
