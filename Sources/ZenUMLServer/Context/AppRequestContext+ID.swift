import Hummingbird

extension AppRequestContext {
    /// The path's parameter `id`.
    var id: String {
        parameters.get("id") ?? ""
    }
}
