import Domain
import Foundation
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("Cache of the first page")
struct FirstPageCacheTests {
    /// Two processes on one file: what the other one writes is seen at once.
    @Test func anotherWritersRowsAreSeen() async throws {
        try await TemporaryFolder.withPath(of: "test.sqlite") { path in
            let (ours, theirs) = (try SQLiteStore(path: path), try SQLiteStore(path: path))
            for index in 0..<20 {
                let writer = index.isMultiple(of: 2) ? ours : theirs
                try await writer.statusChecks.create(StatusCheck(id: "id-\(index)", clientName: "c", timestamp: Samples.time + Double(index)))
                for store in [ours, theirs] {
                    #expect(try await store.statusChecks.findAll(limit: 5, after: nil).first?.id == "id-\(index)")
                    #expect(try await store.statusChecks.findAll(limit: 5, after: nil).first?.id == "id-\(index)")
                }
            }
            await ours.close()
            await theirs.close()
        }
    }

    @Test func anotherLimitIsAnotherPage() async throws {
        try await StoreKind.sqlite.withStore { store in
            for index in 0..<5 {
                try await store.statusChecks.create(StatusCheck(id: "id-\(index)", clientName: "c", timestamp: Samples.time))
            }
            #expect(try await store.statusChecks.findAll(limit: 2, after: nil).count == 2)
            #expect(try await store.statusChecks.findAll(limit: 4, after: nil).count == 4)
        }
    }
}
