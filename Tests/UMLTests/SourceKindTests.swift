import Testing

@testable import UML

/// The kind of a diagram is told from its text.
struct SourceKindTests {
    @Test(arguments: [
        ("class A", SourceKind.known(.classes)), ("A <|-- B", .known(.classes)), ("A *-- \"1\" B", .known(.classes)),
        ("@startuml\nabstract class A {\n  state : Int\n  == x ==\n}\n@enduml", .known(.classes)),
        ("entity A {\n  * id\n  * name\n}", .known(.classes)),
        ("@startuml\n[Web] --> [Store]\n@enduml", .known(.classes)), ("actor A\nA --> (Use)", .known(.useCases)),
        (":A: --> (Use)", .known(.useCases)), ("usecase \"Use\" as U\nactor B\nB <|-- C", .known(.useCases)),
        ("@startuml\nA -> B : hello\n@enduml", .other("a sequence diagram in PlantUML's notation")),
        ("@startuml\nparticipant A\nactivate A\n@enduml", .other("a sequence diagram in PlantUML's notation")),
        ("@startuml\n[*] --> Open\nOpen --> [*]\n@enduml", .other("a state machine")),
        ("@startuml\nstart\n:Work;\nif (done?) then (yes)\nendif\nstop\n@enduml", .other("an activity diagram")),
        ("@startuml\nA -- B\n(A, B) .. C\n@enduml", .known(.classes)), ("class A\nnote left\n  (x)\n  :y:\nend note", .known(.classes)),
        ("@startmindmap\n* root\n@endmindmap", .other("a mind map")), ("@startgantt\n@endgantt", .other("a Gantt chart")),
    ])
    func aTextTellsItsKind(_ text: String, _ kind: SourceKind) { #expect(SourceKind.told(by: SourceText(text)) == kind) }

    @Test(arguments: [
        "", "A.method()", "Alice->Bob: hello", "@Actor User\nUser->Shop.order() {\n  return x\n}", "if (x) {\n  A.b()\n}", "@startuml\n@enduml",
    ])
    func whatTellsNothingIsNoKind(_ text: String) { #expect(SourceKind.told(by: SourceText(text)) == nil) }
}
