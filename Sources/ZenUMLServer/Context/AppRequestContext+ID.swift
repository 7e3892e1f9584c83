import Hummingbird

extension AppRequestContext {
    /// The path's parameter `id`.
    var id: String { pathParameter("id") }

    /// - Returns: An empty text, which nothing is called, where the path has no such parameter.
    func pathParameter(_ name: String) -> String {
        parameters.get(name) ?? ""
    }
}
