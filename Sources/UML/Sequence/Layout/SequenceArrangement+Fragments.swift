extension SequenceArrangement {
    /// - Returns: Where among the placements it is.
    mutating func arrange(_ fragment: CombinedFragment, _ statement: Statement) -> Int {
        let commentIndex = placements.count
        placeComment(statement, at: Anchor(column: 0, offset: 0), isPlaceKnown: false)
        let hasComment = placements.count > commentIndex
        y = (y + Metrics.statementGap + 2).rounded()
        let index = placements.count
        let tab = TextLines.label(tabText(fragment), Metrics.operatorFont, maximumWidth: Metrics.widestGuard)
        var placed = PlacedFragment(
            statement: statement.id, range: statement.range, kind: fragment.kind, top: y, tab: tab, description: describe(fragment))
        placements.append(.fragment(placed))
        extents.append(Extent())
        for (number, operand) in fragment.operands.enumerated() { arrange(operand, number: number, &placed) }
        y = (y + Metrics.fragmentPaddingBottom).rounded()
        placed.bottom = y
        close(&placed)
        placements[index] = .fragment(placed)
        if hasComment, case .comment(var comment) = placements[commentIndex] {
            comment.left = besideBar(placed.left.moved(2))
            leaveRoom(at: comment.left, comment.text.width)
            placements[commentIndex] = .comment(comment)
        }
        y += 4
        return index
    }

    /// Fragments of one block that begin at the same lifeline begin as far left as the one that reaches farthest.
    mutating func alignLeftEdges(of fragments: [Int]) {
        for placement in fragments {
            let edge = leftEdge(of: placement)
            farthestEdges[edge.column] = min(farthestEdges[edge.column], edge.offset)
        }
        for placement in fragments {
            let edge = leftEdge(of: placement)
            moveLeftEdge(of: placement, by: edge.offset - farthestEdges[edge.column])
        }
        for placement in fragments { farthestEdges[leftEdge(of: placement).column] = 0 }
    }

    private func leftEdge(of placement: Int) -> Anchor {
        guard case .fragment(let fragment) = placements[placement] else { return Anchor(column: 0, offset: 0) }
        return fragment.left
    }

    /// Its comment goes with it; what stands right of a bar stays there.
    private mutating func moveLeftEdge(of placement: Int, by distance: Double) {
        guard distance > 0, case .fragment(var fragment) = placements[placement] else { return }
        let isBesideBar = levels[fragment.left.column] > 0
        fragment.left = fragment.left.moved(-distance)
        for operand in fragment.operands.indices where isBesideBar { fragment.operands[operand].guardInset += distance }
        placements[placement] = .fragment(fragment)
        guard !isBesideBar, placement > 0, case .comment(var comment) = placements[placement - 1] else { return }
        guard comment.statement == fragment.statement else { return }
        comment.left = comment.left.moved(-distance)
        placements[placement - 1] = .comment(comment)
    }

    private mutating func arrange(_ operand: InteractionOperand, number: Int, _ placed: inout PlacedFragment) {
        let words = TextLines.plain(guardText(operand), Metrics.guardFont, maximumWidth: Metrics.widestGuard)
        let isFirst = number == 0
        if !isFirst { y = (y + 10).rounded() }
        placed.operands.append(
            PlacedFragment.Operand(range: operand.range, top: y, guardText: words, guardTop: y + 4, guardInset: isFirst ? tabWidth(placed) + 8 : 10))
        if isFirst {
            let tabHeight = placed.tab.isEmpty ? 2 : max(Metrics.tabHeight, placed.tab.height + 5)
            y += max(tabHeight, words.isEmpty ? 0 : words.height + 6)
        } else {
            y += words.isEmpty ? 2 : words.height + 6
        }
        let before = y
        arrange(operand.block)
        if y < before + 2 { y = before + Metrics.emptyOperand }
    }

    private func tabWidth(_ placed: PlacedFragment) -> Double { placed.tab.isEmpty ? 0 : placed.tab.width + 2 * Metrics.tabPadding + 4 }

    /// Ends the innermost extent, and gives the fragment its edges around it. Guards stand to the right of a bar on the first lifeline.
    private mutating func close(_ placed: inout PlacedFragment) {
        var extent = extents.removeLast()
        if extent.first == nil {
            let column = calls.last.map { columns[$0.message.receiver] } ?? diagram.starter.map { columns[$0] } ?? 0
            extent.include(column, left: 30, right: 30)
        }
        leaveRoomForTab(of: placed, &extent)
        let left = extent.leftAnchor.moved(-Metrics.fragmentPaddingX)
        let afterBar = levels[left.column] > 0 ? rightEdge(left.column) + 7 - left.offset : 0
        var widest = tabWidth(placed)
        for index in placed.operands.indices {
            placed.operands[index].guardInset = max(placed.operands[index].guardInset, afterBar)
            keepFromExecutions(left.moved(placed.operands[index].guardInset), placed.operands[index].guardText.width)
            widest = max(widest, placed.operands[index].guardInset + placed.operands[index].guardText.width + 10)
        }
        extent.include(reachingTo: left.moved(widest - Metrics.fragmentPaddingX))
        extent.settle(&constraints)
        placed.left = extent.leftAnchor.moved(-Metrics.fragmentPaddingX)
        placed.right = extent.rightAnchor.moved(Metrics.fragmentPaddingX)
        include(placed.left.column, left: -placed.left.offset, right: 0)
        include(placed.right.column, left: 0, right: placed.right.offset)
    }

    /// Where a text begins that would begin at a frame: right of the bar that the frame lies on.
    private func besideBar(_ frame: Anchor) -> Anchor {
        levels[frame.column] > 0 ? Anchor(column: frame.column, offset: rightEdge(frame.column) + 8) : frame
    }

    /// The tab stands left of a bar on the first lifeline.
    private func leaveRoomForTab(of placed: PlacedFragment, _ extent: inout Extent) {
        let column = extent.leftAnchor.column
        guard levels[column] > 0, !placed.tab.isEmpty else { return }
        extent.include(column, left: tabWidth(placed) + 4 - Metrics.fragmentPaddingX - leftEdge(column), right: 0)
    }

    private func tabText(_ fragment: CombinedFragment) -> String {
        switch fragment.kind {
        case .section: return fragment.heading?.text ?? (fragment.keyword == nil ? "" : "section")
        case .ignore, .consider: return "\(fragment.kind.rawValue) {\(fragment.heading?.text ?? "")}"
        case .loop where fragment.heading != nil: return "loop (\(fragment.heading?.text ?? ""))"
        default:
            guard let heading = fragment.heading else { return fragment.kind.rawValue }
            return "\(fragment.kind.rawValue) \(heading.text)"
        }
    }

    private func guardText(_ operand: InteractionOperand) -> String {
        switch operand.role {
        case .ordinary: operand.guardText.map { "[\(EmojiShortcodes.expanded($0.text))]" } ?? ""
        case .otherwise: "[else]"
        case .handler: operand.guardText.map { "catch (\(EmojiShortcodes.expanded($0.text)))" } ?? "catch"
        case .finally: "finally"
        }
    }

    private func describe(_ fragment: CombinedFragment) -> String {
        var words = tabText(fragment).isEmpty ? "block" : tabText(fragment)
        for operand in fragment.operands {
            let text = guardText(operand)
            if !text.isEmpty { words += " \(text)" }
        }
        return words
    }

    mutating func arrange(_ use: InteractionUse, _ statement: Statement) {
        var extent = Extent()
        for participant in use.participants { extent.include(columns[participant], left: 30, right: 30) }
        if use.participants.isEmpty {
            extent.include(0, left: 30, right: 30)
            extent.include(max(heads.count - 1, 0), left: 30, right: 30)
        }
        placeComment(statement, at: besideBar(extent.leftAnchor))
        let label = TextLines.label(use.name.text, Metrics.messageFont, maximumWidth: Metrics.widestMessage)
        extent.include(reachingTo: extent.leftAnchor.moved(label.width + 96))
        extent.settle(&constraints)
        y = (y + Metrics.statementGap + 2).rounded()
        let top = y
        y = (top + max(label.height + 26, 44)).rounded()
        placements.append(
            .interactionUse(
                PlacedInteractionUse(
                    statement: statement.id, range: statement.range, left: extent.leftAnchor, right: extent.rightAnchor, top: top, bottom: y,
                    label: label)))
        include(extent.leftAnchor.column, left: -extent.leftAnchor.offset, right: 0)
        include(extent.rightAnchor.column, left: 0, right: extent.rightAnchor.offset)
        y += 4
    }
}
