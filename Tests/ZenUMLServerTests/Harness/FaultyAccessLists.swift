import Domain

/// Access lists whose calls something comes between.
struct FaultyAccessLists: AccessListRepository {
    let base: any AccessListRepository
    let faults: any StoreInterception

    func find(ids: [String]) async throws -> [AccessList] { try await faults.around { try await base.find(ids: ids) } }
    func findByToken(_ hash: String) async throws -> AccessList? { try await faults.around { try await base.findByToken(hash) } }
    func memberships(of userID: String, limit: Int) async throws -> [Membership] {
        try await faults.around { try await base.memberships(of: userID, limit: limit) }
    }
    func findAll(ownerID: String, limit: Int) async throws -> [AccessList] {
        try await faults.around { try await base.findAll(ownerID: ownerID, limit: limit) }
    }
    func removeAll(ownerID: String) async throws { try await faults.around { try await base.removeAll(ownerID: ownerID) } }
    func store(_ list: AccessList) async throws -> Bool { try await faults.around { try await base.store(list) } }
}
