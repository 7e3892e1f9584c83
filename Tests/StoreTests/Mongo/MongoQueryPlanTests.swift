import Domain
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import MongoStore

/// Has the server explain every command that the repositories send: none may look at a whole collection, and none may sort.
@Suite("MongoDB query plans")
struct MongoQueryPlanTests {
    @Test func everyCommandUsesAnIndex() async throws {
        try await MongoTestServer.withNewDatabase { url in
            let store = try await MongoStore(url: url)
            let commands = try await record(store)
            #expect(commands.count >= 40)
            for command in commands {
                let plan = try await store.database.run(
                    MongoCommand(.other, ["explain": .document(command.document), "verbosity": "queryPlanner"]))
                let stages = stages(of: .document(try winningPlan(plan)))
                #expect(!stages.contains("COLLSCAN"), "\(command.document): \(stages)")
                // The most relevant first is an order that no index has.
                #expect(!stages.contains { $0 == "SORT" } || isSearch(command) || isAmongIDs(command), "\(command.document): \(stages)")
                #expect(stages.contains("IXSCAN") || stages.contains("IDHACK") || stages.contains("COUNT_SCAN"), "\(command.document): \(stages)")
            }
            await store.close()
        }
    }

    private func record(_ store: MongoStore) async throws -> [MongoCommand] {
        let log = CommandLog()
        store.database.observer.withLock { $0 = { log.note($0) } }
        try await StoreMethods.callAll(store)
        store.database.observer.withLock { $0 = nil }
        return log.commands
    }

    private func isSearch(_ command: MongoCommand) -> Bool {
        guard command.document["aggregate"] == "diagrams", let steps = try? command.document.documents("pipeline") else { return false }
        return steps.contains { $0["$lookup"] != nil || (try? $0.document("$sort"))?["score"] != nil }
    }

    /// Those of given ids are brought into order when they are there.
    private func isAmongIDs(_ command: MongoCommand) -> Bool {
        (try? command.document.document("filter").document("_id").fields.first?.name) == "$in"
    }

    /// An aggregation that is more than a query tells the plan of the query in it.
    private func winningPlan(_ plan: BSONDocument) throws -> BSONDocument {
        let query = try plan["queryPlanner"] == nil ? plan.documents("stages")[0].document("$cursor") : plan
        return try query.document("queryPlanner").document("winningPlan")
    }

    private func stages(of value: BSONValue) -> [String] {
        switch value {
        case .document(let document):
            document.fields.flatMap { field -> [String] in
                if field.name == "stage", case .string(let stage) = field.value { return [stage] }
                return stages(of: field.value)
            }
        case .array(let values): values.flatMap(stages)
        default: []
        }
    }
}

private final class CommandLog: Sendable {
    private let seen = Mutex<[MongoCommand]>([])

    var commands: [MongoCommand] { seen.withLock { $0 } }

    func note(_ command: MongoCommand) {
        seen.withLock { $0.append(command) }
    }
}
