import Domain
import Foundation
import MongoStore

/// Finds users by their address and rotates sessions, again and again, and tells what each costs: the half of `bench/driver_mongodb.py` that
/// is ours. Usage: `mongo-bench URL OPERATIONS`, the operations of each kind.
@main
struct MongoBench {
    static let tasks = 16

    static func main() async throws {
        guard CommandLine.arguments.count == 3, let count = Int(CommandLine.arguments[2]) else {
            FileHandle.standardError.write(Data("usage: mongo-bench URL OPERATIONS\n".utf8))
            exit(2)
        }
        let store = try await MongoStore(url: CommandLine.arguments[1])
        for index in 0..<tasks { try await create(index, in: store) }
        let find = try await measured(count) { index, _ in
            guard try await store.users.findByEmail("user\(index)@example.com") != nil else { throw Failure.notFound }
        }
        let rotate = try await measured(count) { index, number in
            guard try await store.refreshTokens.rotate(rotation(index, number)) != nil else { throw Failure.notFound }
        }
        await store.close()
        print(String(decoding: try JSONEncoder().encode(["find": find, "rotate": rotate]), as: UTF8.self))
    }

    enum Failure: Error { case notFound }

    static func create(_ index: Int, in store: MongoStore) async throws {
        let now = Date.now
        let user = User(
            id: "user\(index)", identity: Identity(issuer: "https://issuer.example", subject: "\(index)"), email: "user\(index)@example.com",
            name: "User \(index)", picture: nil, passwordHash: nil, createdAt: now, updatedAt: now)
        try await store.users.create(user)
        let session = Session(
            id: "session\(index)", userID: user.id, email: user.email, token: Session.Token(hash: token(index, 0)),
            life: Session.Life(createdAt: now, expiresAt: now + 86_400), client: client)
        try await store.refreshTokens.create(session)
    }

    static let client = ClientDescription(userAgent: "bench/1.0", ip: "127.0.0.1")

    static func token(_ index: Int, _ number: Int) -> String { "token-\(index)-\(number)" }

    static func rotation(_ index: Int, _ number: Int) -> SessionRotation {
        SessionRotation(from: token(index, number), to: token(index, number + 1), rotatedAt: .now, idleSince: .now - 86_400, client: client)
    }

    /// A tenth of the operations warm up; the others are counted.
    static func measured(_ count: Int, _ operation: @escaping @Sendable (_ index: Int, _ number: Int) async throws -> Void) async throws -> Cost {
        let each = count / tasks
        try await run(0..<each / 10, operation)
        let before = Usage.now
        var memory = [before.residentMiB]
        let began = ContinuousClock.now
        for part in 0..<10 {
            try await run(each / 10 + part * each / 10..<each / 10 + (part + 1) * each / 10, operation)
            memory.append(Usage.now.residentMiB)
        }
        let seconds = (ContinuousClock.now - began) / .seconds(1)
        let done = Double(each * tasks)
        return Cost(
            microseconds: (Usage.now.processorSeconds - before.processorSeconds) / done * 1_000_000, perSecond: done / seconds, residentMiB: memory)
    }

    static func run(_ numbers: Range<Int>, _ operation: @escaping @Sendable (Int, Int) async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<tasks {
                group.addTask { for number in numbers { try await operation(index, number) } }
            }
            try await group.waitForAll()
        }
    }
}
