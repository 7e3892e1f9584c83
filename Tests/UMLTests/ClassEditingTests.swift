import Testing

@testable import UML

/// Edits of the text of a class diagram.
struct ClassEditingTests {
    private static let source = """
        @startuml
        ' Who buys what
        class Customer {
          name : String
        }
        class "Order line" as OrderLine
        package Shop {
          class Order
        }
        Customer "1" o-- "*" Order : places
        Order *-- OrderLine
        Customer --> Customer : knows
        Order : total() : Money
        note right of Order : frozen
        @enduml

        """

    private static func edit(_ source: String, _ fields: String...) throws(EditError) -> (text: String, edit: Edit) {
        let document = Document.parse(source, kind: .classes)
        let edit = try document.edit(Array(fields.joined(separator: "\0").utf8))
        return (document.source.applying(edit).string, edit)
    }

    @Test func aNameIsChangedWhereverItStands() throws {
        let (text, edit) = try Self.edit(Self.source, "changeWords", "Customer", "Client")
        #expect(text == Self.source.replacing("Customer", with: "Client"))
        #expect(edit.successions.contains(Succession(id: "Customer", successor: "Client")))
        #expect(edit.successions.contains(Succession(id: "Customer/Order", successor: "Client/Order")))
        #expect(edit.successions.contains(Succession(id: "Customer/Customer", successor: "Client/Client")))
        let (quoted, _) = try Self.edit("class A\nA --> B", "changeWords", "A", "An A")
        #expect(quoted == "class \"An A\"\n\"An A\" --> B")
    }

    @Test func aLabelIsChangedWithoutTheName() throws {
        let (text, _) = try Self.edit(Self.source, "changeWords", "OrderLine", "Position")
        #expect(text == Self.source.replacing("\"Order line\"", with: "\"Position\""))
    }

    @Test func whatHangsOnAClassGoesWithIt() throws {
        let (text, edit) = try Self.edit(Self.source, "remove", "Order")
        #expect(
            text == """
                @startuml
                ' Who buys what
                class Customer {
                  name : String
                }
                class "Order line" as OrderLine
                package Shop {
                }
                Customer --> Customer : knows
                @enduml

                """)
        #expect(edit.successions.contains(Succession(id: "Order", successor: nil)))
        #expect(!edit.successions.contains { $0.id == "Customer/Customer" })
    }

    @Test func aClassIsAddedBeforeTheEnd() throws {
        let (text, edit) = try Self.edit(Self.source, "addClassifier", "interface", "Payable", "")
        #expect(text == Self.source.replacing("@enduml", with: "interface Payable\n@enduml"))
        #expect(edit.created == ["Payable"])
        let (bare, _) = try Self.edit("class A", "addClassifier", "class", "B", "")
        #expect(bare == "class A\nclass B\n")
    }

    @Test(arguments: [
        (["changeWords", "Customer", "Order"], EditError.nameInUse), (["changeWords", "Customer", ""], .badName),
        (["changeWords", "Customer", "a\"b"], .badName), (["changeWords", "Nobody", "x"], .noSuchElement), (["remove", "Nobody"], .noSuchElement),
        (["addClassifier", "class", "Order", ""], .nameInUse), (["addClassifier", "kiosk", "X", ""], .badCommand), (["fly", "X"], .badCommand),
    ]) func whatCannotBeDoneHasAReason(_ command: [String], _ error: EditError) {
        let document = Document.parse(Self.source, kind: .classes)
        #expect(throws: error) { try document.edit(Array(command.joined(separator: "\0").utf8)) }
    }

    @Test func typingKeepsIds() {
        let old = Document.parse(Self.source, kind: .classes)
        let renamed = Document.parse(Self.source.replacing("class Customer {", with: "class Client {"), kind: .classes)
        #expect(!renamed.successions(since: old).contains { $0.id == "Order" })
        let above = Document.parse(Self.source.replacing("class Customer {", with: "class First\nclass Customer {"), kind: .classes)
        #expect(above.successions(since: old).isEmpty)
    }
}

extension ClassEditingTests {
    @Test func whatIsDeclaredTwiceIsRemovedAndNothingBetween() throws {
        let (text, _) = try Self.edit("class A <<x>>\nclass B\nB --> C\nclass A {\n  a\n}\nC --> A\n", "remove", "A")
        #expect(text == "class B\nB --> C\n")
        let (crlf, _) = try Self.edit("class A\r\nclass B\r\n", "remove", "A")
        #expect(crlf == "class B\r\n")
    }

    @Test func aNoteGoesWithItsRelationsAndARelationWithItsNotes() throws {
        let source = "class A\nnote \"x\" as N\nA .. N\nA --> B\nnote on link : y\nA --> C\n"
        #expect(try Self.edit(source, "remove", ":note N").text == "class A\nA --> B\nnote on link : y\nA --> C\n")
        #expect(try Self.edit(source, "remove", "A/B").text == "class A\nnote \"x\" as N\nA .. N\nclass B\nA --> C\n")
    }

    @Test func aNameThatIsAWordOfTheNotationStandsInQuotes() throws {
        #expect(try Self.edit("class A\nA : x\n", "changeWords", "A", "title").text == "class \"title\"\n\"title\" : x\n")
        #expect(try Self.edit("class A\nnote right of A::m : x\n", "changeWords", "A", "B").text == "class B\nnote right of B::m : x\n")
        #expect(throws: EditError.noSuchElement) { try Self.edit("class A\nnote \"x\" as N\nA .. N\n", "changeWords", "N", "M") }
    }
}
