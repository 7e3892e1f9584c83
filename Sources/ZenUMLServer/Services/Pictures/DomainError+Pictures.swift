import Domain

extension DomainError {
    static let pictureTooLarge = Self.validation([
        FieldError(
            location: ["body", "source"],
            message: "The picture would have more than \(PictureService.largestPicture >> 20) MiB; split the diagram, and use ref", type: "too_large")
    ])

    /// A stored diagram of a kind that a newer server made.
    static func unknownKind(_ kind: String) -> Self {
        .conflict("This server can't draw diagrams of the kind “\(kind)”; a newer one made it")
    }
}
