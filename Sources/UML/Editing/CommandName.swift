/// What the commands of a kind of diagram are called.
protocol CommandName: CaseIterable, RawRepresentable<String> {
    /// What follows the name, blanks between them.
    var fields: StaticString { get }
}
