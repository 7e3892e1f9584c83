/// Comes between a service and its store, at each call.
protocol StoreInterception: Sendable {
    func around<Value>(_ work: () async throws -> Value) async throws -> Value
}
