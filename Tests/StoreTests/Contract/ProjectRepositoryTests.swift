import Domain
import Foundation
import TestSupport
import Testing

@Suite("ProjectRepository")
struct ProjectRepositoryTests {
    @Test(arguments: StoreKind.allCases)
    func aProjectIsStoredWhole(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let project = Samples.project("Größe 🛒 \"x\"")
            try await store.projects.create(project)
            #expect(try await store.projects.find(id: project.id) == project)
            #expect(try await store.projects.find(id: "other") == nil)
            #expect(try await store.projects.find(ids: [project.id, "other"]) == [project])
            #expect(try await store.projects.find(ids: []).isEmpty)
            #expect(try await store.projects.count(ownerID: "ada") == 1)
            await #expect(throws: DuplicateKeyError(key: .id)) { try await store.projects.create(project) }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func anUpdateReplacesNameDescriptionAndArchived(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            var project = Samples.project("a")
            try await store.projects.create(project)
            (project.name, project.description, project.isArchived, project.updatedAt) = ("b", "", true, Samples.time + 9)
            #expect(try await store.projects.update(project))
            #expect(try await store.projects.find(id: project.id) == project)
            #expect(try await store.projects.update(Samples.project("c")) == false)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func theTrashIsACompareAndSet(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            var project = Samples.project("a")
            try await store.projects.create(project)
            project.deletedAt = Samples.time + 1
            let projects = store.projects
            #expect(try await projects.setDeleted(id: project.id, from: nil, to: Samples.time + 1) == project)
            #expect(try await projects.setDeleted(id: project.id, from: nil, to: Samples.time + 2) == nil)
            #expect(try await projects.update(project) == false)
            #expect(try await projects.findAll(ProjectFilter(ownerID: "ada"), ListPage(limit: 9)).isEmpty)
            #expect(try await projects.beginRemoval(before: Samples.time + 1).isEmpty)
            #expect(try await projects.setDeleted(id: project.id, from: Samples.time + 1, to: nil)?.deletedAt == nil)
            _ = try await projects.setDeleted(id: project.id, from: nil, to: Samples.time + 3)
            #expect(try await projects.beginRemoval(before: Samples.time + 4).map(\.id) == [project.id])
            #expect(try await projects.find(id: project.id)?.isBeingRemoved == true)
            #expect(try await projects.setDeleted(id: project.id, from: Samples.time + 3, to: nil) == nil)
            #expect(try await projects.beginRemoval(before: Samples.time).map(\.id) == [project.id], "it is gone on with")
            try await projects.finishRemoval(id: project.id)
            #expect(try await projects.find(id: project.id) == nil)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func severalAreStoredOnceAndBroughtOutTogether(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let projects = store.projects
            var made = ["a", "b", "c"].map { Samples.project($0) }
            for index in made.indices { made[index].deletedAt = Samples.time + 1 }
            try await projects.create(made)
            try await projects.create(made)
            #expect(try await projects.count(ownerID: "ada") == 3)
            try await projects.setDeleted(ids: ["project-a", "project-b"], from: Samples.time + 2, to: nil)
            #expect(try await projects.findAll(ProjectFilter(ownerID: "ada"), ListPage(limit: 9)).isEmpty)
            try await projects.setDeleted(ids: ["project-a", "project-b"], from: Samples.time + 1, to: nil)
            #expect(try await projects.findAll(ProjectFilter(ownerID: "ada"), ListPage(.name, limit: 9)).map(\.name) == ["a", "b"])
            try await projects.finishRemoval(id: "project-a")
            #expect(try await projects.count(ownerID: "ada") == 3, "it was not being removed")
        }
    }

    /// Many projects may have the same name or time; pages must neither skip nor repeat any, in any order.
    @Test(arguments: StoreKind.allCases, ListOrder.allCases)
    func pagesCoverEverythingOnce(_ kind: StoreKind, _ order: ListOrder) async throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededRandom(seed: seed)
        try await kind.withStore { store in
            for index in 0..<40 {
                let name = ["Äpfel", "äpfel", "Birne", "zebra", "Zebra"].randomElement(using: &random) ?? ""
                let time = Samples.time + Double(Int.random(in: 0..<4, using: &random))
                try await store.projects.create(Samples.project(name, id: "p\(index)", at: time))
                try await store.projects.create(Samples.project(name, id: "q\(index)", ownerID: "bob", at: time))
            }
            var seen: [Project] = []
            var position: ListPosition?
            while true {
                let page = ListPage(order, after: position, limit: Int.random(in: 1...9, using: &random))
                let found = try await store.projects.findAll(ProjectFilter(ownerID: "ada"), page)
                guard let last = found.last else { break }
                seen += found
                position = ListPosition(order == .name ? .name(last.name.lowercased()) : .time(last.updatedAt), id: last.id)
            }
            #expect(Set(seen.map(\.id)).count == 40 && seen.count == 40, "seed \(seed)")
            let keys = seen.map { order == .name ? $0.name.lowercased() : "\(9e12 - $0.createdAt.timeIntervalSince1970)" }
            #expect(keys == keys.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }, "seed \(seed)")
        }
    }

    @Test(arguments: StoreKind.allCases)
    func projectsAreFilteredByNameAndArchived(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            for name in ["Billing.v1", "BILLING x", "Shop", "bil%_*"] { try await store.projects.create(Samples.project(name)) }
            var shop = Samples.project("Shop")
            shop.isArchived = true
            _ = try await store.projects.update(shop)
            let expected: [(String?, Bool?, [String])] = [
                ("bill", nil, ["BILLING x", "Billing.v1"]), (".", nil, ["Billing.v1"]), ("%_*", nil, ["bil%_*"]), ("(", nil, []),
                (nil, true, ["Shop"]), ("bil", false, ["bil%_*", "BILLING x", "Billing.v1"]), ("sho", false, []),
            ]
            for (part, isArchived, names) in expected {
                let filter = ProjectFilter(ownerID: "ada", nameContains: part, isArchived: isArchived)
                #expect(try await store.projects.findAll(filter, ListPage(.name, limit: 9)).map(\.name) == names, "\(part ?? "-")")
            }
        }
    }

    @Test(arguments: StoreKind.allCases, ListOrder.allCases)
    func someOfAllPeoplesAreListed(_ kind: StoreKind, _ order: ListOrder) async throws {
        try await kind.withStore { store in
            for (name, owner) in [("a", "ada"), ("b", "bob"), ("c", "ada"), ("d", "bob")] {
                try await store.projects.create(Samples.project(name, ownerID: owner))
            }
            _ = try await store.projects.setDeleted(id: "project-d", from: nil, to: Samples.time)
            let filter = ProjectFilter(.among(["project-a", "project-b", "project-d", "none"]))
            #expect(try await Set(store.projects.findAll(filter, ListPage(order, limit: 9)).map(\.name)) == ["a", "b"])
            let key: ListPosition.Key = order == .name ? .name("a") : .time(Samples.time)
            let rest = ListPage(order, after: ListPosition(key, id: order == .name ? "project-a" : "project-b"), limit: 9)
            #expect(try await store.projects.findAll(filter, rest).map(\.name) == [order == .name ? "b" : "a"])
            #expect(try await store.projects.findAll(ProjectFilter(.among([])), ListPage(order, limit: 9)).isEmpty)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aPersonsProjectsAreRemovedTogether(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.projects.create(Samples.project("a"))
            try await store.projects.create(Samples.project("b", ownerID: "bob"))
            #expect(try await store.projects.removeAll(ownerID: "ada") == 1)
            #expect(try await store.projects.count(ownerID: "ada") == 0)
            #expect(try await store.projects.count(ownerID: "bob") == 1)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aProjectIsGivenByItsOwner(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.projects.create(Samples.project("p", id: "p"))
            #expect(try await store.projects.setOwner(id: "p", from: "bob", to: "cy") == false)
            #expect(try await store.projects.setOwner(id: "p", from: "ada", to: "bob"))
            #expect(try await store.projects.setOwner(id: "p", from: "ada", to: "cy") == false)
            #expect(try await store.projects.find(id: "p")?.ownerID == "bob")
            #expect(try await store.projects.count(ownerID: "ada") == 0)
            _ = try await store.projects.setDeleted(id: "p", from: nil, to: Samples.time)
            #expect(try await store.projects.setOwner(id: "p", from: "bob", to: "ada") == false, "it is in the trash")
        }
    }
}
