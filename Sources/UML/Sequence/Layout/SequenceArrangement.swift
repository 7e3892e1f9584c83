/// The first pass of the layout: gives everything its height in one walk down the text, and collects what the columns have to leave room for.
struct SequenceArrangement {
    typealias Metrics = SequenceMetrics

    let diagram: SequenceDiagram
    let heads: [ParticipantHead]
    /// A participant's column.
    let columns: [Int]
    var constraints: ColumnConstraints
    /// Where the columns stand if labels are no wider than they need be; empty until that is known.
    var knownPlaces: [Double] = []
    /// How far the open fragments reach, the whole diagram first.
    var extents = [Extent()]
    /// How many executions are open on each column.
    var levels: [Int]
    /// How far left of each column the fragments reach that are being aligned.
    var farthestEdges: [Double]
    var placements: [Placement] = []
    /// The top of heads that appear where they are created.
    var createdHeads: [Double?]
    var calls: [OpenCall] = []
    var links: [String] = []
    var y: Double

    /// A call whose block is being placed.
    struct OpenCall {
        var message: Message
        /// What the reply at the end of its block is assigned to.
        var pendingAssignment: String?
    }

    init(_ diagram: SequenceDiagram, top: Double) {
        self.diagram = diagram
        var columns = [Int](repeating: 0, count: diagram.participants.count)
        var heads: [ParticipantHead] = []
        for (column, participant) in diagram.columns.enumerated() {
            columns[participant] = column
            heads.append(ParticipantHead(diagram.participants[participant]))
        }
        self.columns = columns
        self.heads = heads
        constraints = ColumnConstraints(columns: max(heads.count, 1))
        levels = Array(repeating: 0, count: max(heads.count, 1))
        farthestEdges = Array(repeating: 0, count: levels.count)
        createdHeads = Array(repeating: nil, count: heads.count)
        y = top
        demandRoomForHeads()
        demandRoomForGroups()
    }

    mutating func arrange() {
        arrange(diagram.body)
        extents[0].settle(&constraints)
    }

    mutating func arrange(_ block: Block) {
        var fragments: [Int] = []
        for (index, statement) in block.statements.enumerated() {
            switch statement.content {
            case .message(let message): arrange(message, statement, isLast: index == block.statements.count - 1)
            case .fragment(let fragment): fragments.append(arrange(fragment, statement))
            case .interactionUse(let use): arrange(use, statement)
            case .divider(let label): arrange(divider: label, statement)
            }
        }
        alignLeftEdges(of: fragments)
    }

    private mutating func demandRoomForHeads() {
        for column in heads.indices.dropFirst() {
            constraints.demand(column - 1, column, heads[column - 1].halfWidth + heads[column].halfWidth + Metrics.headGap)
        }
    }

    private mutating func demandRoomForGroups() {
        for group in diagram.groups {
            guard let range = Self.columns(of: group, columns), let first = range.first, let last = range.last else { continue }
            let name = Self.groupName(group)
            let (left, right) = groupReach(first, last, name)
            if first > 0 { constraints.demand(first - 1, first, heads[first - 1].halfWidth + left + Metrics.groupPadding + 12) }
            if last + 1 < heads.count { constraints.demand(last, last + 1, heads[last + 1].halfWidth + right + Metrics.groupPadding + 12) }
            constraints.demand(first, last, name.width + 2 * Metrics.groupPadding - left - right)
        }
    }

    /// How far a group's box reaches left of its first column and right of its last one. Around one column its name may be what is widest.
    func groupReach(_ first: Int, _ last: Int, _ name: TextLines) -> (left: Double, right: Double) {
        let narrowest = first == last ? (name.width / 2).rounded(.up) : 0
        return (max(heads[first].halfWidth, narrowest) + Metrics.groupPadding, max(heads[last].halfWidth, narrowest) + Metrics.groupPadding)
    }

    /// On one line: the room above the heads is no higher.
    static func groupName(_ group: ParticipantGroup) -> TextLines {
        var name = TextLines.label(group.name?.text ?? "", Metrics.groupFont, maximumWidth: Metrics.widestComment)
        guard name.lines.count > 1 else { return name }
        name = TextLines.plain(name.lines[0].text + "…", Metrics.groupFont, maximumWidth: Metrics.widestComment + 20)
        return name
    }

    static func columns(of group: ParticipantGroup, _ columns: [Int]) -> ClosedRange<Int>? {
        guard var first = group.participants.first.map({ columns[$0] }) else { return nil }
        var last = first
        for participant in group.participants {
            first = min(first, columns[participant])
            last = max(last, columns[participant])
        }
        return first...last
    }

    // MARK: What statements share

    /// Keeps what is placed inside the fragment that is open, and away from the lifelines beside it.
    mutating func include(_ column: Int, left: Double, right: Double) {
        extents[extents.count - 1].include(column, left: left, right: right)
        constraints.demand(column - 1, column, left + Metrics.lifelineClearance)
        constraints.demand(column, column + 1, right + Metrics.lifelineClearance)
    }

    /// Puts the comment above a statement and moves down past it. A fragment's place is known only when it ends.
    ///
    /// - Returns: What it says of the look of a message.
    @discardableResult
    mutating func placeComment(_ statement: Statement, at anchor: Anchor, isPlaceKnown: Bool = true) -> TextStyle? {
        guard let comment = statement.comment else { return nil }
        let read = CommentText(comment, firstLink: links.count)
        links += read.markup.links
        let widest = nextExecution(after: anchor.column) == nil ? Metrics.widestComment : Metrics.widestCommentBesideExecution
        let text = TextWrapper.wrap(read.markup.spans, read.style?.font(Metrics.commentFont) ?? Metrics.commentFont, maximumWidth: widest)
        guard !text.isEmpty else { return read.style }
        y += Metrics.statementGap
        placements.append(
            .comment(
                PlacedComment(
                    statement: statement.id, range: comment.range, left: anchor, top: y, text: text, color: read.style?.color)))
        if isPlaceKnown { leaveRoom(at: anchor, text.width) }
        y += text.height - 2
        return read.style
    }

    /// Keeps a text inside the fragment that is open, and away from bars beside it.
    mutating func leaveRoom(at anchor: Anchor, _ width: Double) {
        extents[extents.count - 1].include(reachingTo: anchor.moved(width + 4))
        keepFromExecutions(anchor, width)
    }

    /// The nearest column to the right on which something is being executed.
    private func nextExecution(after column: Int) -> Int? {
        levels.indices.first { $0 > column && levels[$0] > 0 }
    }

    /// Leaves room for a text before the next bar to its right.
    mutating func keepFromExecutions(_ start: Anchor, _ width: Double) {
        guard let column = nextExecution(after: start.column) else { return }
        constraints.demand(start.column, column, start.offset + width + Metrics.lifelineClearance)
    }

    /// Of what stands on the lifeline, from its middle.
    ///
    /// - Parameter isEntered: With the execution that is about to begin.
    func rightEdge(_ column: Int, isEntered: Bool = false) -> Double { edge(column, isEntered, Metrics.executionHalfWidth) }

    /// As ``rightEdge(_:isEntered:)``.
    func leftEdge(_ column: Int, isEntered: Bool = false) -> Double { edge(column, isEntered, -Metrics.executionHalfWidth) }

    private func edge(_ column: Int, _ isEntered: Bool, _ halfWidth: Double) -> Double {
        let level = levels[column] + (isEntered ? 1 : 0)
        return level == 0 ? 0 : halfWidth + Double(level - 1) * Metrics.executionInset
    }

    private mutating func arrange(divider: Label, _ statement: Statement) {
        placeComment(statement, at: Anchor(column: 0, offset: 0))
        let label = TextLines.label(divider.text, Metrics.dividerFont, maximumWidth: Metrics.widestTitle)
        y += 14 + label.height / 2
        placements.append(.divider(PlacedDivider(statement: statement.id, range: statement.range, y: y.rounded(), label: label)))
        y += 8 + label.height / 2
    }
}
