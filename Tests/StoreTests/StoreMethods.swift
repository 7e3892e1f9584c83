import Domain
import Foundation
import TestSupport

/// Calls every method of every repository, so that a test can look at what the database was sent.
enum StoreMethods {
    static func callAll(_ store: any Store) async throws {
        let ada = Samples.user("ada")
        try await store.users.create(ada)
        _ = try await store.users.find(id: ada.id)
        _ = try await store.users.find(ids: [ada.id])
        _ = try await store.users.findByEmail(ada.email)
        _ = try await store.users.findByIdentity(ada.identity)
        _ = try await store.users.findAll(after: nil, limit: 2)
        _ = try await store.users.change(
            UserChange(id: ada.id, [.name("a"), .disabledAt(nil), .secondFactor(nil)], if: .secondFactor(nil), updatedAt: Samples.time))
        try await store.refreshTokens.create(Samples.session("s"))
        _ = try await store.refreshTokens.find(id: "s")
        _ = try await store.refreshTokens.findByToken("hash-s-0")
        _ = try await store.refreshTokens.rotate(Samples.rotation(from: "hash-s-0", to: "hash-s-1"))
        _ = try await store.refreshTokens.findAllForUser("ada", at: Samples.time, idleSince: Date(milliseconds: 0), limit: 9)
        _ = try await store.refreshTokens.confirm(id: "s", userID: "ada", at: Samples.time)
        _ = try await store.refreshTokens.revoke(id: "s", userID: "ada")
        _ = try await store.refreshTokens.revokeAllForUser("ada")
        _ = try await store.refreshTokens.revokeAllForUser("ada", except: "s")
        _ = try await store.refreshTokens.removeExpired(before: Samples.time)
        try await store.refreshTokens.removeAll(userID: "ada")
        try await store.removedAccounts.note(userID: "ada", at: Samples.time)
        _ = try await store.removedAccounts.findAll(limit: 3)
        try await store.removedAccounts.forget(userID: "ada")
        try await store.statusChecks.create(StatusCheck(id: "c", clientName: "c", timestamp: Samples.time))
        _ = try await store.statusChecks.findAll(limit: 1, after: nil)
        _ = try await store.statusChecks.findAll(limit: 1, after: StatusCheckPosition(timestamp: Samples.time, id: "c"))
        _ = try await store.signIns.consume(id: "x", expiresAt: Samples.time)
        _ = try await store.signIns.removeExpired(before: Samples.time)
        _ = try await store.users.delete(id: ada.id)
        try await callProjects(store.projects)
        try await callDiagrams(store.diagrams)
        try await callHistory(store)
        try await callJobs(store.jobs)
    }

    private static let pages = ListOrder.allCases.flatMap { order in
        let key: ListPosition.Key = order == .name ? .name("a") : .time(Samples.time)
        return [ListPage(order, limit: 3), ListPage(order, after: ListPosition(key, id: "x"), limit: 3)]
    }

    private static func callHistory(_ store: any Store) async throws {
        var list = Samples.accessList("p")
        for revision in 0..<2 {
            list.revision = revision
            _ = try await store.accessLists.store(list)
        }
        _ = try await store.accessLists.find(ids: ["p"])
        _ = try await store.accessLists.findByToken("hash-p")
        _ = try await store.accessLists.memberships(of: "bob", limit: 9)
        _ = try await store.accessLists.findAll(ownerID: "ada", limit: 9)
        try await store.accessLists.removeAll(ownerID: "ada")
        try await store.versions.create(Samples.version("d", revision: 1, label: "Release"))
        _ = try await store.versions.find(diagramID: "d", revision: 1)
        _ = try await store.versions.findAll(diagramID: "d")
        try await store.versions.removeUnnamed(diagramID: "d", revisions: [1])
        _ = try await store.versions.remove(diagramID: "d", revision: 1)
        try await store.accountTokens.create(Samples.accountToken("t"))
        _ = try await store.accountTokens.find(id: "t", for: .passwordReset, at: Samples.time)
        try await store.accountTokens.removeAll(userID: "ada")
        _ = try await store.accountTokens.removeExpired(before: Samples.time)
    }

    private static func callJobs(_ jobs: any JobRepository) async throws {
        _ = try await jobs.create(Samples.job("a"))
        _ = try await jobs.claim(kinds: ["mail"], lease: "l", at: Samples.time, until: Samples.time + 60)
        _ = try await jobs.extend(id: "a", lease: "l", until: Samples.time + 90)
        _ = try await jobs.release(id: "a", lease: "l", JobFailure(reason: "r", .givenUp(at: Samples.time)))
        _ = try await jobs.findAll(limit: 9)
        _ = try await jobs.backlog()
        _ = try await jobs.retry(id: "a", at: Samples.time)
        _ = try await jobs.finish(id: "a", lease: "l")
        _ = try await jobs.drop(id: "a")
        _ = try await jobs.removeFailed(before: Samples.time)
    }

    private static func callProjects(_ projects: any ProjectRepository) async throws {
        let project = Samples.project("a")
        try await projects.create(project)
        try await projects.create([Samples.project("b")])
        _ = try await projects.find(id: project.id)
        _ = try await projects.find(ids: [project.id])
        _ = try await projects.count(ownerID: "ada")
        for page in pages {
            _ = try await projects.findAll(ProjectFilter(ownerID: "ada"), page)
            _ = try await projects.findAll(ProjectFilter(ownerID: "ada", nameContains: "a", isArchived: false), page)
            _ = try await projects.findAll(ProjectFilter(.among([project.id])), page)
        }
        _ = try await projects.update(project)
        _ = try await projects.setDeleted(id: project.id, from: nil, to: Samples.time)
        try await projects.setDeleted(ids: [project.id, "b"], from: Samples.time, to: nil)
        _ = try await projects.beginRemoval(before: Samples.time)
        try await projects.finishRemoval(id: project.id)
        _ = try await projects.removeAll(ownerID: "ada")
    }

    private static func callDiagrams(_ diagrams: any DiagramRepository) async throws {
        let diagram = Samples.diagram("d")
        let position = ListPosition(.time(Samples.time), id: "x")
        try await diagrams.create(diagram)
        try await diagrams.create([Samples.diagram("e")])
        _ = try await diagrams.find(id: diagram.id)
        for page in pages { _ = try await diagrams.findAll(projectID: "project", page) }
        _ = try await diagrams.findAll(ids: [diagram.id])
        for position in [nil, position] {
            _ = try await diagrams.findRecent(ownerID: "ada", after: position, limit: 3)
            _ = try await diagrams.findDeleted(ownerID: "ada", after: position, limit: 3)
        }
        _ = try await diagrams.usage(ownerID: "ada")
        _ = try await diagrams.usage(projectID: "project")
        _ = try await diagrams.counts(projectIDs: ["project", "other"])
        _ = try await diagrams.findAll(ids: [diagram.id], around: SearchWords("hello"))
        // Of the last part there is less than of its word: it leads.
        let parts: [SearchScope.Part?] = [nil, .init(projectIDs: ["project"]), .init(diagramIDs: [diagram.id])]
        for (words, part) in zip(["a hello", "hello", "hello"], parts) {
            _ = try await diagrams.search(SearchWords(words), in: SearchScope(ownerID: "ada", part: part), limit: 3)
        }
        _ = try await diagrams.change(Samples.change(diagram, source: "new"))
        _ = try await diagrams.setDeleted(id: diagram.id, from: nil, to: Samples.time)
        _ = try await diagrams.remove(id: diagram.id)
        _ = try await diagrams.removeDeleted(before: Samples.time)
        _ = try await diagrams.removeAll(projectID: "project")
        _ = try await diagrams.removeAll(ownerID: "ada")
    }
}
