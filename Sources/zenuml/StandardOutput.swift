import SystemPackage

/// Where a result goes that is asked for in no file.
enum StandardOutput {
    /// - Throws: ``InputProblem``.
    static func write(_ bytes: some Sequence<UInt8>) throws {
        do {
            _ = try FileDescriptor.standardOutput.writeAll(bytes)
        } catch let error as Errno {
            throw InputProblem("<stdout>: can't be written: \(error)")
        }
    }
}
