import ServiceLifecycle

extension Service {
    /// Works now and again and again, with pauses in between, until the server stops.
    func repeatUntilShutdown(pause: Duration, _ work: @escaping @Sendable () async -> Void) async {
        await cancelWhenGracefulShutdown {
            repeat {
                await work()
            } while (try? await Task.sleep(for: pause)) != nil
        }
    }
}
