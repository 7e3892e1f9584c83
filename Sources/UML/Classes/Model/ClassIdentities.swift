/// What the elements of a class diagram are known by from outside: classifiers and packages by their names, relations by what they connect,
/// notes by their names or their count.
public struct ClassIdentities: Sendable {
    public private(set) var classifiers: [String] = []
    public private(set) var packages: [String] = []
    public private(set) var relationships: [String] = []
    public private(set) var notes: [String] = []
    /// ``Classifier/id`` by id.
    private var numbers = NameIndex()

    /// - Returns: ``Classifier/id``; nil if nothing is known by this.
    @inline(never)
    func classifier(_ id: String) -> Int? { numbers.find(Array(id.utf8)) }

    /// - Returns: The index of ``ClassDiagram/relationships``.
    func relationship(_ id: String) -> Int? { Self.find(id, relationships) }
    func package(_ id: String) -> Int? { Self.find(id, packages) }
    func note(_ id: String) -> Int? { Self.find(id, notes) }

    @inline(never)
    private static func find(_ id: String, _ ids: [String]) -> Int? { ids.firstIndex { $0.isSpelled(like: id) } }

    init(_ diagram: ClassDiagram) {
        var table = IdentityTable()
        for classifier in diagram.classifiers {
            let id = table.add(IdentityTable.escaped(classifier.name))
            classifiers.append(id)
            numbers.insert(Array(id.utf8), classifier.id)
        }
        for package in diagram.packages { packages.append(table.add(":package " + IdentityTable.escaped(package.name))) }
        var connections = ConnectionCounts(classifiers)
        for relationship in diagram.relationships {
            relationships.append(connections.add(relationship.first.classifier, relationship.second.classifier))
        }
        for note in diagram.notes { notes.append(table.add(note.name.map { ":note " + IdentityTable.escaped($0) } ?? ":note")) }
    }
}
