/// What a diagram consists of, as JSON for the browser: `{"elements":[…]}`, in the order in which one would walk through it.
///
/// Every element has `id`, `role`, `words`, which the command `changeWords` changes, and `start` and `end` in bytes, unless nothing declares
/// it; `isName` where the words are a name that the text may use again. Kinds of diagrams have fields of their own besides.
public enum OutlineJSON {
    /// - Returns: UTF-8.
    public static func write(_ document: Document) -> [UInt8] { document.diagram.outline }
}
