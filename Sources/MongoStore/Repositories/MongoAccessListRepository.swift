import Domain
import Foundation

/// The collection `access_lists`.
struct MongoAccessListRepository: AccessListRepository {
    let collection: MongoCollection
    let projects: MongoCollection
    let diagrams: MongoCollection

    func find(ids: [String]) async throws -> [AccessList] {
        let documents = try await collection.find(["_id": ["$in": .array(ids.map(BSONValue.string))]], limit: max(ids.count, 1))
        return try await collection.translatingErrors { try documents.map(AccessList.init(document:)) }
    }

    func findByToken(_ tokenHash: String) async throws -> AccessList? {
        try await collection.find(["links.token": .string(tokenHash)], as: AccessList.init(document:))
    }

    func memberships(of userID: String, limit: Int) async throws -> [Membership] {
        let isTheirs: BSONValue = ["$eq": ["$$this.user_id", .string(userID)]]
        let theirs: BSONValue = ["$filter": ["input": "$members", "cond": isTheirs]]
        let documents = try await collection.aggregate(
            [
                ["$match": ["members.user_id": .string(userID)]], ["$limit": .int(limit)],
                ["$project": ["target": 1, "members": theirs]],
            ], limit: limit + 1)
        return try await collection.translatingErrors {
            try documents.flatMap { document in
                try document.documents("members").map {
                    Membership(
                        id: try document.string("_id"), target: try document.name("target", AccessList.Target.self),
                        member: try Member(document: $0))
                }
            }
        }
    }

    func store(_ list: AccessList) async throws -> Bool {
        var stored = list
        stored.revision += 1
        if list.revision == 0 {
            do {
                try await collection.insert(stored.document)
                return try await isOfUse(list)
            } catch is DuplicateKeyError {
                return false
            }
        }
        let content = stored.document.withoutID
        let query: BSONDocument = ["_id": .string(list.id), "revision": .int(list.revision)]
        return try await collection.findAndUpdate(query, ["$set": .document(content)], fields: ["_id": 1]) != nil
    }

    func findAll(ownerID: String, limit: Int) async throws -> [AccessList] {
        var lists: [AccessList] = []
        try await forOwned(by: ownerID) { filter in
            guard lists.count < limit else { return }
            let found = try await collection.find(filter, limit: limit - lists.count)
            lists += try await collection.translatingErrors { try found.map(AccessList.init(document:)) }
        }
        return lists
    }

    func removeAll(ownerID: String) async throws {
        try await forOwned(by: ownerID) { _ = try await collection.deleteMany($0) }
    }
}

extension MongoAccessListRepository {
    /// - Parameter body: Gets a filter for the lists of some that a person owns, until it has had all.
    private func forOwned(by ownerID: String, _ body: (BSONDocument) async throws -> Void) async throws {
        for owned in [projects, diagrams] {
            var last = ""
            while true {
                let found = try await owned.find(
                    ["owner_id": .string(ownerID), "_id": ["$gt": .string(last)]], sort: ["_id": 1], fields: ["_id": 1], limit: 1000)
                let ids = try await collection.translatingErrors { try found.map { try $0.string("_id") } }
                guard let end = ids.last else { break }
                try await body(["_id": ["$in": .array(ids.map(BSONValue.string))]])
                last = end
            }
        }
    }

    /// Asked when a list is there: whoever removes what it belongs to removes once more what came meanwhile.
    private func isOfUse(_ list: AccessList) async throws -> Bool {
        let targets = list.target == .project ? projects : diagrams
        if try await targets.find(["_id": .string(list.id)], fields: ["_id": 1], as: { $0 }) != nil { return true }
        _ = try await collection.deleteMany(["_id": .string(list.id)])
        return false
    }
}

extension AccessList {
    var document: BSONDocument {
        [
            "_id": .string(id), "target": .string(target.rawValue), "revision": .int(revision),
            "members": .array(members.map { .document($0.document) }), "links": .array(links.map { .document($0.document) }),
            "events": .array(events.map { .document($0.document) }),
        ]
    }

    init(document: BSONDocument) throws {
        self.init(
            id: try document.string("_id"), target: try document.name("target", Target.self), revision: try document.int("revision"),
            members: try document.documents("members").map(Member.init(document:)),
            links: try document.documents("links").map(AccessLink.init(document:)),
            events: try document.optional("events", document.documents)?.compactMap(AccessEvent.init(document:)) ?? [])
    }
}

extension Member {
    fileprivate var document: BSONDocument {
        [
            "user_id": .string(userID), "role": .string(role.rawValue), "link_id": .optional(linkID), "added_at": .date(addedAt),
            "expires_at": .optional(expiresAt),
        ]
    }

    fileprivate init(document: BSONDocument) throws {
        self.init(
            userID: try document.string("user_id"), role: try document.name("role", Role.self),
            linkID: try document.optional("link_id", document.string), addedAt: try document.date("added_at"),
            expiresAt: try document.optional("expires_at", document.date))
    }
}

extension AccessLink {
    fileprivate var document: BSONDocument {
        [
            "id": .string(id), "kind": .string(kind.rawValue), "token": .string(tokenHash), "sealed_token": .string(sealedToken),
            "created_at": .date(createdAt), "expires_at": .optional(expiresAt), "email": .optional(invitation?.email),
            "accepted_by": .optional(invitation?.acceptedBy),
        ]
    }

    fileprivate init(document: BSONDocument) throws {
        let acceptedBy = try document.optional("accepted_by", document.string)
        let invitation = try document.optional("email", document.string).map { Invitation(email: $0, acceptedBy: acceptedBy) }
        self.init(
            id: try document.string("id"), kind: try document.name("kind", Kind.self), tokenHash: try document.string("token"),
            sealedToken: try document.string("sealed_token"), createdAt: try document.date("created_at"),
            expiresAt: try document.optional("expires_at", document.date), invitation: invitation)
    }
}

extension AccessEvent {
    fileprivate var document: BSONDocument {
        [
            "at": .date(at), "actor_id": .string(actorID), "action": .string(action.rawValue), "member_id": .optional(memberID),
            "detail": .optional(detail),
        ]
    }

    /// - Returns: `nil` for what a newer version of the program has noted.
    fileprivate init?(document: BSONDocument) throws {
        guard let action = Action(rawValue: try document.string("action")) else { return nil }
        self.init(
            at: try document.date("at"), actorID: try document.string("actor_id"), action: action,
            memberID: try document.optional("member_id", document.string), detail: try document.optional("detail", document.string))
    }
}
