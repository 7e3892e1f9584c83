import Testing

@testable import UML

@Test func aMessageIsDrawn() { #expect(!SVGWriter.write(Document.parse("Alice -> Bob: hello").scene()).isEmpty) }
