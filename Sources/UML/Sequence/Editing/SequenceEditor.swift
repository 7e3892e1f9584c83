/// Edits of a sequence diagram, as the smallest changes of its text that mean them: comments, order and formatting stay.
///
/// The law: apply the edits, parse, and the model is what the edit meant, all else unchanged. Each edit is checked against it before it is
/// given; where the notation can't keep it, there is an ``EditError`` instead.
public struct SequenceEditor {
    let document: SequenceDocument
    let source: SourceText
    let diagram: SequenceDiagram
    let sites: [StatementSite]
    let lines: LineTable
    /// The first of the text, or a line feed.
    let lineBreak: String
    /// What one level is indented by: what the first indented line has, or else two spaces.
    let indentationUnit: String

    public init(_ document: SequenceDocument) {
        self.document = document
        source = document.source
        diagram = document.diagram
        sites = diagram.sites()
        lines = LineTable(document.source)
        lineBreak = document.source.lineBreak
        indentationUnit = lines.indentationUnit
    }

    func site(_ id: Int) throws(EditError) -> StatementSite {
        for site in sites where site.statement.id == id { return site }
        throw .noSuchElement
    }

    func name(_ participant: Int) -> String { diagram.participants[participant].name }

    /// Of the participants, by their ids, as meanings hold them.
    var names: [String] { Self.names(of: diagram) }

    static func names(of diagram: SequenceDiagram) -> [String] {
        var names: [String] = []
        for participant in diagram.participants { names.append(participant.name.bounded) }
        return names
    }

    var meanings: [Meaning] { Meaning.of(diagram.body, names) }

    var head: HeadMeaning { HeadMeaning.of(diagram, names) }

    /// The edit, if it means what is expected, and changes nothing of the head but what is expected there.
    ///
    /// - Parameters:
    ///   - renamed: A participant that has another name afterwards.
    ///   - columns: The names from left to right, where that is what is changed.
    func checked(
        _ changes: [TextEdit], _ expected: [Meaning], head: HeadMeaning? = nil, renamed: (id: Int, name: String)? = nil, keepsEmoji: Bool = true,
        columns: [String]? = nil
    ) throws(EditError) -> Edit {
        let changes = changes.inOrder
        for index in changes.indices.dropFirst() where changes[index].range.start < changes[index - 1].range.end { throw .changesMore }
        let after = SequenceDocument(source.applying(changes))
        let names = Self.names(of: after.diagram)
        let result = Meaning.of(after.diagram.body, names)
        guard result == expected, HeadMeaning.of(after.diagram, names) == head ?? self.head,
            after.diagnostics.errorCount <= document.diagnostics.errorCount, !keepsEmoji || keepsAllEmoji(in: after.diagram)
        else { throw .changesMore }
        if let columns, !Self.isSpelled(columns, like: after.diagram.columns.map { names[$0] }) { throw .changesMore }
        let succession = SequenceSuccession(diagram, after.diagram, expected, result, renamed: renamed)
        return Edit(
            changes: changes, successions: succession.changes(document.identities, after.identities),
            created: succession.created(after.identities))
    }

    private static func isSpelled(_ names: [String], like others: [String]) -> Bool {
        guard names.count == others.count else { return false }
        for (name, other) in zip(names, others) where !name.isSpelled(like: other) { return false }
        return true
    }

    /// Whether everybody who is still there has the emoji as before: any place that names somebody may bring it.
    private func keepsAllEmoji(in result: SequenceDiagram) -> Bool {
        var emoji = NameIndex()
        for participant in diagram.participants where participant.emoji != nil { emoji.insert(Array(participant.name.utf8), participant.id) }
        for participant in result.participants {
            guard let id = emoji.find(Array(participant.name.utf8)), let before = diagram.participants[id].emoji else { continue }
            guard let now = participant.emoji, now.isSpelled(like: before) else { return false }
        }
        return true
    }

    /// A name as the notation writes it: in quotes unless it is a plain word.
    static func written(_ name: String) throws(EditError) -> String {
        let bytes = Array(name.utf8)
        guard let first = bytes.first, let last = bytes.last, !first.isWhiteSpace, !last.isWhiteSpace, !bytes.contains(where: { $0 < 0x20 }) else {
            throw .badName
        }
        let scanner = Scanner(bytes: bytes)
        let isWord = scanner.token(from: 0).kind == .name && scanner.token(from: 0).end == bytes.count
        if isWord, Keyword(bytes[...]) == nil, !bytes[...].spells("as"), !Emoji.isOnlyEmoji(bytes[...]) { return name }
        return quoted(name)
    }

    /// - Throws: ``EditError/badText`` for words with a line break.
    static func requireOneLine(_ words: String) throws(EditError) {
        guard !words.utf8.contains(where: { $0.isLineBreak }) else { throw .badText }
    }

    static func quoted(_ text: String) -> String {
        var quoted: [UInt8] = [.ascii("\"")]
        for byte in text.utf8 {
            if byte == .ascii("\"") { quoted.append(byte) }
            quoted.append(byte)
        }
        return String(decoding: quoted + [.ascii("\"")], as: UTF8.self)
    }
}
