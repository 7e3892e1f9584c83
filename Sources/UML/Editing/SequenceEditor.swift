/// Edits of a sequence diagram, as the smallest changes of its text that mean them: comments, order and formatting stay.
///
/// The law: apply the edits, parse, and the model is what the edit meant, all else unchanged. Each edit is checked against it before it is
/// given; where the notation can't keep it, there is an ``EditError`` instead.
public struct SequenceEditor {
    let document: Document
    let source: SourceText
    let diagram: SequenceDiagram
    let sites: [StatementSite]

    /// Nil for a diagram of another kind.
    public init?(_ document: Document) {
        switch document.diagram {
        case .sequence(let diagram):
            self.document = document
            source = document.source
            self.diagram = diagram
            sites = diagram.sites()
        }
    }

    func site(_ id: Int) throws(EditError) -> StatementSite {
        for site in sites where site.statement.id == id { return site }
        throw .noSuchElement
    }

    func name(_ participant: Int) -> String { diagram.participants[participant].name }

    /// Of the participants, by their ids.
    var names: [String] {
        var names: [String] = []
        for participant in diagram.participants { names.append(participant.name) }
        return names
    }

    var meanings: [Meaning] { Meaning.of(diagram.body, names) }

    /// The edits, if they mean what is expected.
    func checked(_ edits: [TextEdit], _ expected: [Meaning], participants: ([String]) -> Bool = { _ in true }) throws(EditError) -> [TextEdit] {
        let after = Document.parse(source.applying(edits), kind: .sequence)
        guard case .sequence(let result) = after.diagram else { throw .changesMore }
        var names: [String] = []
        for participant in result.participants { names.append(participant.name) }
        let found = Meaning.of(result.body, names)
        guard found == expected, participants(names), after.errorCount <= document.errorCount else { throw .changesMore }
        return edits.inOrder
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

    static func quoted(_ text: String) -> String {
        var quoted: [UInt8] = [.ascii("\"")]
        for byte in text.utf8 {
            if byte == .ascii("\"") { quoted.append(byte) }
            quoted.append(byte)
        }
        return String(decoding: quoted + [.ascii("\"")], as: UTF8.self)
    }
}

extension Document {
    var errorCount: Int {
        var count = 0
        for diagnostic in diagnostics where diagnostic.severity == .error { count += 1 }
        return count
    }
}
