/// The words that begin a statement of their own.
enum Keyword {
    case title, participant, group
    case alternatives, otherwise, loop, option, parallel, critical, section, reference
    case exceptionHandling, handler, finally
    case reply, new
    case breaking, strict, weakSequencing, negative, assertion, ignore, consider
    case modifier

    /// The keyword that stands at a range; names that only begin alike are none.
    init?(_ word: ArraySlice<UInt8>) {
        guard word.count >= 2, word.count <= 11, let first = word.first, first >= 0x61, first <= 0x77 else { return nil }
        for (spelling, keyword) in Self.spellings where word.spells(spelling) {
            self = keyword
            return
        }
        return nil
    }

    static let spellings: [(StaticString, Keyword)] = [
        ("title", .title),
        ("participant", .participant),
        ("group", .group),
        ("if", .alternatives),
        ("else", .otherwise),
        ("while", .loop), ("for", .loop), ("foreach", .loop), ("forEach", .loop), ("loop", .loop),
        ("opt", .option),
        ("par", .parallel),
        ("critical", .critical),
        ("section", .section), ("frame", .section),
        ("ref", .reference),
        ("try", .exceptionHandling),
        ("catch", .handler),
        ("finally", .finally),
        ("return", .reply),
        ("new", .new),
        ("break", .breaking),
        ("strict", .strict),
        ("seq", .weakSequencing),
        ("neg", .negative),
        ("assert", .assertion),
        ("ignore", .ignore),
        ("consider", .consider),
        ("const", .modifier), ("readonly", .modifier), ("static", .modifier), ("await", .modifier),
    ]

    /// What UML has and the notation took over later: existing texts may call a method by such a name, so these need their block at once.
    var needsBlock: Bool {
        switch self {
        case .breaking, .strict, .weakSequencing, .negative, .assertion, .ignore, .consider: true
        default: false
        }
    }

    var fragmentKind: FragmentKind? {
        switch self {
        case .alternatives: .alternatives
        case .loop: .loop
        case .option: .option
        case .parallel: .parallel
        case .critical: .critical
        case .section: .section
        case .exceptionHandling: .exceptionHandling
        case .breaking: .breaking
        case .strict: .strict
        case .weakSequencing: .weakSequencing
        case .negative: .negative
        case .assertion: .assertion
        case .ignore: .ignore
        case .consider: .consider
        default: nil
        }
    }
}
