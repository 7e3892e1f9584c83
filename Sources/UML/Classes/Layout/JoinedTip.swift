/// The place where several arrows meet that are drawn as one: it has but one symbol.
struct JoinedTip: Equatable {
    /// As of ``Graph/Edge/join``.
    var join: Int
    var tip: Point
}
