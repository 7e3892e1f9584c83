/// The parts of what is in a sequence diagram.
extension ElementPart {
    public static var lifeline: ElementPart { ElementPart("lifeline") }
    public static var header: ElementPart { ElementPart("header") }
    public static var fragment: ElementPart { ElementPart("fragment") }
    public static var operand: ElementPart { ElementPart("operand") }
    public static var execution: ElementPart { ElementPart("execution") }
    public static var message: ElementPart { ElementPart("message") }
    public static var divider: ElementPart { ElementPart("divider") }
    public static var interactionUse: ElementPart { ElementPart("ref") }
}
