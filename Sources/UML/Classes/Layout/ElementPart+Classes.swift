/// The parts of what is in a class diagram.
extension ElementPart {
    public static var classifier: ElementPart { ElementPart("classifier") }
    public static var package: ElementPart { ElementPart("package") }
    public static var relationship: ElementPart { ElementPart("relationship") }
    public static var note: ElementPart { ElementPart("note") }
}
