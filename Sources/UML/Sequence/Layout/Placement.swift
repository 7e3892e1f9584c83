/// Something that has its height on the picture, but no place from left to right yet.
enum Placement {
    case message(PlacedMessage)
    case execution(PlacedExecution)
    case fragment(PlacedFragment)
    case interactionUse(PlacedInteractionUse)
    case divider(PlacedDivider)
    case comment(PlacedComment)
}
