extension SequenceParser {
    /// Whether the current name declares a participant rather than beginning a statement.
    func isDeclaration() -> Bool {
        if token.kind == .stereotypeOpen || token.kind == .less { return true }
        var name = token
        if token.kind == .leftBracket {
            guard let afterEmoji = skipEmoji(token) else { return false }
            if afterEmoji.startsLine || (afterEmoji.kind != .name && afterEmoji.kind != .string) {
                return false
            }
            name = afterEmoji
        } else if let keyword = keyword(token), keyword != .participant, keyword != .title, keyword != .group {
            let next = cursor.next()
            if !keyword.needsBlock || next.kind == .leftParenthesis || next.kind == .leftBrace { return false }
        }
        return !isFollowedByStatement(name)
    }

    /// Whether what follows a name on its line makes the name part of a statement.
    func isFollowedByStatement(_ name: Token) -> Bool {
        let next = cursor.scanner.token(from: name.end)
        switch next.kind {
        case .dot: return true
        case .leftBrace: return true
        case .arrow, .replyArrow, .badArrow, .colon, .assign, .leftParenthesis, .semicolon: return !next.startsLine
        case .comma: return !next.startsLine
        case .less, .leftBracket: return !next.startsLine && assignment(at: name.start) != nil
        case .name:
            guard !next.startsLine else { return false }
            return cursor.scanner.token(from: next.end).kind == .assign || (keyword(name) == .modifier && assignment(at: next.start) != nil)
        default: return false
        }
    }

    private func skipEmoji(_ open: Token) -> Token? {
        let word = cursor.scanner.token(from: open.end)
        let closing = cursor.scanner.token(from: word.end)
        guard word.kind == .name, closing.kind == .rightBracket, !word.startsLine, !closing.startsLine else { return nil }
        return cursor.scanner.token(from: closing.end)
    }

    /// `@Type <<Stereotype>> [emoji] Name 120 as "Label" #FF5733`: all but the name may be left out.
    mutating func parseParticipant(group: Int?) {
        let start = token.start
        if keyword(token) == .participant, let next = Optional(cursor.next()), !next.startsLine, startsDeclaration(next) { cursor.advance() }
        var kind: ParticipantKind?
        var stereotype: String?
        if token.kind == .annotation {
            kind = ParticipantKind(annotation: source.bytes[(token.start + 1)..<token.end])
            if kind == nil, token.end > token.start + 1 { stereotype = source[SourceRange(token.start + 1, token.end)] }
            cursor.advance()
        }
        if let written = parseStereotype() { stereotype = written }
        guard let name = token.startsLine && position > start ? nil : parseDeclaredName() else {
            diagnostics.error(
                "missing-name", SourceRange(start, max(position, token.start)), "This participant has no name.",
                hint: "Write its name on the same line.")
            return
        }
        let id = declarations.participants.refer(to: name.text, at: name.range)
        var participant = declarations.participants[id]
        if let kind { participant.kind = kind }
        if let stereotype { participant.stereotype = stereotype }
        if let emoji = name.emoji { participant.emoji = emoji }
        parseAppearance(of: &participant)
        reportRepetition(of: participant, name.range)
        if participant.declaration == nil { participant.declaration = SourceRange(start, position) }
        if let group { join(group, &participant) }
        declarations.participants[id] = participant
        if bodyStart == nil { declarations.participants.declare(id) }
    }

    private func startsDeclaration(_ token: Token) -> Bool {
        switch token.kind {
        case .name, .string, .unclosedString, .leftBracket, .stereotypeOpen, .less, .annotation: true
        default: false
        }
    }

    /// `<<Service>>`, and what people have typed of it so far.
    private mutating func parseStereotype() -> String? {
        guard token.kind == .stereotypeOpen || token.kind == .less else { return nil }
        let open = token
        cursor.advance()
        let end = cursor.endOfStereotype(open.end)
        guard end - open.end < Self.longestStereotype, source.bytes.byte(end) == .ascii(">") else {
            diagnostics.error("unclosed-stereotype", open.range, "This stereotype is never closed.", hint: "Write <<Stereotype>>.")
            return nil
        }
        let text = label(SourceRange(open.end, end)).text
        cursor.move(to: end + (source.bytes.byte(end + 1) == .ascii(">") ? 2 : 1))
        return text.isEmpty ? nil : text
    }

    /// A name, before which an emoji may stand as itself.
    private mutating func parseDeclaredName() -> ParticipantName? {
        if token.kind == .name, Emoji.isOnlyEmoji(source.bytes[token.start..<token.end]) {
            let next = cursor.next()
            if !next.startsLine, next.kind == .name || next.kind == .string || next.kind == .unclosedString {
                let start = token.start
                let emoji = source[token.range]
                cursor.advance()
                var name = parseName()
                name?.emoji = emoji
                name?.start = start
                return name
            }
        }
        return parseName()
    }

    private mutating func reportRepetition(of participant: Participant, _ range: SourceRange) {
        guard participant.declaration != nil, declarations.groups.isEmpty else { return }
        diagnostics.warning(
            "repeated-declaration", range, "“\(participant.name.shortened)” is declared twice.", hint: "Keep one of the declarations.")
    }

    private mutating func join(_ group: Int, _ participant: inout Participant) {
        guard participant.group == nil else {
            if participant.group != group {
                diagnostics.warning(
                    "two-groups", participant.references.last ?? SourceRange(position, position),
                    "“\(participant.name.shortened)” is in another group already.",
                    hint: "Name it in one group only.")
            }
            return
        }
        participant.group = group
        declarations.groups[group].participants.append(participant.id)
    }
}
