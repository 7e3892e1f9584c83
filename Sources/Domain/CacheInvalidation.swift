/// Tells all servers at once what has changed, so that none goes by what it remembers of it.
///
/// It makes things quicker and nothing else: messages may be lost, so what is remembered must end by itself, too.
public protocol CacheInvalidation: Sendable {
    /// Returns at once.
    /// - Parameter name: Of what is to be forgotten.
    func publish(_ name: String)

    /// Begins to listen. Call it once. Neither may block.
    /// - Parameters:
    ///   - forget: Called for each name that any server has published, this one, too.
    ///   - subscribed: Called when listening begins, and begins anew: anything may have been missed before, so forget all.
    func listen(forget: @escaping @Sendable (String) -> Void, subscribed: @escaping @Sendable () -> Void)
}
