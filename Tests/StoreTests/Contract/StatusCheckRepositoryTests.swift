import Domain
import Foundation
import TestSupport
import Testing

@Suite("StatusCheckRepository")
struct StatusCheckRepositoryTests {
    @Test(arguments: StoreKind.allCases)
    func theNewestComeFirst(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            for index in 0..<5 {
                try await store.statusChecks.create(
                    StatusCheck(id: "id-\(index)", clientName: "client \(index)", timestamp: Samples.time + Double(index)))
            }
            let found = try await store.statusChecks.findAll(limit: 3, after: nil)
            #expect(found.map(\.id) == ["id-4", "id-3", "id-2"])
            #expect(found.first == StatusCheck(id: "id-4", clientName: "client 4", timestamp: Samples.time + 4))
        }
    }

    /// Many status checks may carry the same time; pages must neither skip nor repeat any.
    @Test(arguments: StoreKind.allCases)
    func pagesCoverEverythingOnce(_ kind: StoreKind) async throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededRandom(seed: seed)
        try await kind.withStore { store in
            var stored: [StatusCheck] = []
            for index in 0..<60 {
                let check = StatusCheck(
                    id: UUID().uuidString.lowercased(), clientName: "c\(index)",
                    timestamp: Samples.time + Double(Int.random(in: 0..<4, using: &random)))
                stored.append(check)
                try await store.statusChecks.create(check)
            }
            var seen: [StatusCheck] = []
            var position: StatusCheckPosition?
            while true {
                let page = try await store.statusChecks.findAll(limit: Int.random(in: 1...9, using: &random), after: position)
                guard let last = page.last else { break }
                seen += page
                position = StatusCheckPosition(timestamp: last.timestamp, id: last.id)
            }
            let expected = stored.sorted { ($0.timestamp, $0.id) > ($1.timestamp, $1.id) }
            #expect(seen == expected, "seed \(seed)")
        }
    }

    @Test(arguments: StoreKind.allCases)
    func anIdIsStoredOnce(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let check = StatusCheck(id: "same", clientName: "c", timestamp: Samples.time)
            try await store.statusChecks.create(check)
            await #expect(throws: DuplicateKeyError(key: .id)) { try await store.statusChecks.create(check) }
        }
    }
}
