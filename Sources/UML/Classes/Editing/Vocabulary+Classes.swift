extension Vocabulary {
    /// Of class and of use case diagrams, which have one notation.
    static var classes: Vocabulary {
        var vocabulary = Vocabulary()
        vocabulary.keywords = [
            "class", "abstract", "interface", "enum", "annotation", "entity", "struct", "exception", "protocol", "record", "metaclass", "stereotype",
            "datatype", "primitive", "object", "map", "diamond", "circle", "package", "namespace", "rectangle", "folder", "frame", "node", "cloud",
            "database", "component", "together", "note", "end", "title", "extends", "implements", "as", "left", "right", "top", "bottom", "of", "on",
            "link", "hide", "show", "skinparam", "actor", "usecase", "direction", "to",
        ]
        vocabulary.annotations = ["@startuml", "@enduml"]
        for command in ClassCommand.Name.allCases { vocabulary.commands.append((command.rawValue, command.fields)) }
        return vocabulary
    }
}
