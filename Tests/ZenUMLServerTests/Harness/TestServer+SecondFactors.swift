import Foundation

@testable import ZenUMLServer

extension TestServer {
    /// Turns the second factor of somebody on.
    func turnOnSecondFactor(bearer: String) async throws -> Device {
        let setup = try await post("/api/auth/second-factor", bearer: bearer)
        let device = Device(secret: Device.bytes(try setup.string("secret")), clock: clock)
        let answer = try await post("/api/auth/second-factor/activation", #"{"code":"\#(device.code)"}"#, bearer: bearer)
        return Device(secret: device.secret, clock: clock, recoveryCodes: try answer.object()["recovery_codes"] as? [String] ?? [])
    }

    /// The first half of a sign-in.
    func ticket(_ name: String = "ada") async throws -> String {
        let answer = try await post("/api/auth/login", #"{"email":"\#(name)@example.com","password":"\#(Self.password)"}"#)
        return try answer.string("ticket")
    }

    func finishSignIn(_ ticket: String, _ code: String) async throws -> Answer {
        try await post("/api/auth/second-factor/sign-in", #"{"ticket":"\#(ticket)","code":"\#(code)"}"#)
    }
}
