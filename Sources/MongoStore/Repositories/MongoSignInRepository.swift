import Domain
import Foundation

/// The collection `sign_ins`.
struct MongoSignInRepository: SignInRepository {
    let collection: MongoCollection

    func consume(id: String, expiresAt: Date) async throws -> Bool {
        do {
            try await collection.insert(["_id": .string(id), "expires_at": .date(expiresAt)])
            return true
        } catch is DuplicateKeyError {
            return false
        }
    }

    func removeExpired(before date: Date) async throws -> Int {
        try await collection.deleteMany(["expires_at": ["$lt": .date(date)]])
    }
}
