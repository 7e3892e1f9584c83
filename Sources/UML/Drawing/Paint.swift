/// What a colour is for; a theme says which one it is.
public enum Paint: Equatable, Sendable {
    case none
    case background
    case ink
    case mutedInk
    case line
    /// What stands for an element of the model: a lifeline's head, a class, an actor.
    case shape
    case shapeBorder
    case shapeInk
    /// Leads the eye from a shape to what belongs to it.
    case guide
    /// What is active on a guide.
    case highlight
    case highlightBorder
    /// Encloses what belongs together in the model, with a tab that says why.
    case frameBorder
    case frameTab
    case frameInk
    /// Encloses what only stands together.
    case group
    case groupBorder
    case comment
    case fixed(Color)
    /// Text and lines of this colour, made so dark or so light that they can be read on the page.
    case coloredInk(Color)
    /// Lines and heads of what a comparison tells; what is inside of them; and letters on it.
    case mark(ElementChange)
    case markTint(ElementChange)
    case markInk(ElementChange)
    /// What can be told from the page around a shape of this colour.
    case outline(Color)
}
