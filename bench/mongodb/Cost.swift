/// What operations of one kind cost this process.
struct Cost: Encodable {
    /// Of processor time, for each.
    let microseconds: Double
    let perSecond: Double
    /// At the beginning and after each tenth.
    let residentMiB: [Double]
}
