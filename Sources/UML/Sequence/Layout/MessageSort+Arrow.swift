/// The line and the head of a message (UML 2.5.1, 17.4: notation of messages): filled for a call, open for an asynchronous message; replies and
/// creations are dashed and open.
extension MessageSort {
    var line: Style {
        let isDashed = self == .reply || self == .createMessage
        return Style(stroke: .line, strokeWidth: 1.25, dash: isDashed ? Style.Dash(length: 5, gap: 3) : nil)
    }

    var head: Arrowhead { self == .synchCall ? .filled : .open }
}
