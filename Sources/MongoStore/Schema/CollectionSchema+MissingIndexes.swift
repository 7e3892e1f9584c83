extension CollectionSchema {
    /// - Returns: All indexes when there is no such collection.
    func missingIndexes(in database: MongoDatabase) async throws -> [IndexSchema] {
        let present: [BSONDocument]
        do {
            present = try await database.documents(MongoCommand(.other, ["listIndexes": .string(name)]))
        } catch let error as MongoError where error.code == MongoError.Code.namespaceNotFound {
            return indexes
        }
        return indexes.filter { index in !present.contains { $0.describes(index) } }
    }
}

extension BSONDocument {
    /// Whether this is how the server describes that index.
    fileprivate func describes(_ index: IndexSchema) -> Bool {
        index.document.fields.allSatisfy { field in
            guard case .int32(let wanted) = field.value else { return self[field.name] == field.value }
            return (try? int(field.name)) == Int(wanted)
        }
    }
}
