import Pictures

/// A picture and its format.
struct Picture: Sendable {
    let bytes: [UInt8]
    let format: PictureFormat
}
