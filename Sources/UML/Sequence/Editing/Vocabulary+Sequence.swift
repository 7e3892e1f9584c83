extension Vocabulary {
    static var sequence: Vocabulary {
        var vocabulary = Vocabulary()
        for (spelling, _) in Keyword.spellings { vocabulary.keywords.append(spelling.string) }
        vocabulary.keywords.append("as")
        for kind in ParticipantKind.allCases { vocabulary.annotations.append(kind.annotation) }
        vocabulary.annotations += ["@Starter", "@return", "@reply"]
        for command in SequenceCommand.Name.allCases { vocabulary.commands.append((command.rawValue, command.fields)) }
        return vocabulary
    }
}
