/// The participants met so far, found by name.
struct ParticipantTable {
    private(set) var participants: [Participant] = []
    /// Ids declared before the statements begin, in order.
    private(set) var declared: [Int] = []
    /// By id.
    private var isDeclared: [Bool] = []
    /// By the UTF-8 of the name: two names are one only if they are spelled alike.
    private var ids = NameIndex()
    private var lastName = ""
    private var lastID = -1

    subscript(id: Int) -> Participant {
        get { participants[id] }
        set { participants[id] = newValue }
    }

    func find(_ name: String) -> Int? { ids.find(Array(name.utf8)) }

    /// The participant of that name, made if it is new; `range` is one more place that names it.
    mutating func refer(to name: String, at range: SourceRange) -> Int {
        let id: Int
        if lastID >= 0, name.isSpelled(like: lastName) {
            id = lastID
        } else if let known = find(name) {
            id = known
        } else {
            id = add(name)
        }
        lastName = name
        lastID = id
        participants[id].references.append(range)
        return id
    }

    mutating func declare(_ id: Int) {
        // A second declaration keeps the place of the first.
        guard !isDeclared[id] else { return }
        isDeclared[id] = true
        declared.append(id)
    }

    /// Lets another name mean the same participant.
    mutating func alias(_ name: String, to id: Int) {
        ids.insert(Array(name.utf8), id)
    }

    mutating func addImplicitStarter() -> Int {
        participants.append(Participant(id: participants.count, name: "", label: "", kind: .actor))
        isDeclared.append(false)
        return participants.count - 1
    }

    private mutating func add(_ name: String) -> Int {
        let id = participants.count
        participants.append(Participant(id: id, name: name, label: name))
        ids.insert(Array(name.utf8), id)
        isDeclared.append(false)
        return id
    }
}
