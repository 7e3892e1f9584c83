// Edits of the text that a caller holds. Each answers `{"edits":[{"start","end","text"}]}`, in bytes of the text that was given last to
// `open`, or `{"error":"nameInUse"}` with a case of EditError. Where several texts go in, a zero byte parts them.

/// The diagram that is being edited.
nonisolated(unsafe) private var editor: SequenceEditor?

@_expose(wasm, "open")
@_cdecl("zenuml_open")
public func open(_ source: UnsafeRawPointer, _ count: Int) { editor = SequenceEditor(SequenceDocument(text(source, count))) }

@_expose(wasm, "renameParticipant")
@_cdecl("zenuml_rename_participant")
public func renameParticipant(_ id: Int, _ name: UnsafeRawPointer, _ count: Int) {
    let name = text(name, count).string
    answer { editor throws(EditError) in try editor.renameParticipant(id, to: name) }
}

/// `kind` counts ``ParticipantKind/allCases`` from 0.
@_expose(wasm, "addParticipant")
@_cdecl("zenuml_add_participant")
public func addParticipant(_ kind: Int, _ name: UnsafeRawPointer, _ count: Int) {
    let name = text(name, count).string
    answer { editor throws(EditError) in try editor.addParticipant(name, kind: try choice(ParticipantKind.allCases, kind)) }
}

@_expose(wasm, "removeParticipant")
@_cdecl("zenuml_remove_participant")
public func removeParticipant(_ id: Int) {
    answer { editor throws(EditError) in try editor.removeParticipant(id) }
}

/// `words` are sender, receiver and text. For `place` see ``insertionPoint(_:_:_:_:)``.
@_expose(wasm, "insertMessage")
@_cdecl("zenuml_insert_message")
public func insertMessage(
    _ sort: Int, _ place: Int, _ owner: Int, _ operand: Int, _ index: Int, _ words: UnsafeRawPointer, _ count: Int
) {
    let parts = text(words, count).bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
    var texts: [String] = []
    for part in parts { texts.append(String(decoding: part, as: UTF8.self)) }
    answer { editor throws(EditError) in
        guard texts.count == 3 else { throw .badText }
        return try editor.insertMessage(
            try messageSort(sort), from: texts[0], to: texts[1], texts[2], at: try insertionPoint(place, owner, operand, index))
    }
}

@_expose(wasm, "changeText")
@_cdecl("zenuml_change_text")
public func changeText(_ id: Int, _ words: UnsafeRawPointer, _ count: Int) {
    let words = text(words, count).string
    answer { editor throws(EditError) in try editor.changeText(of: id, to: words) }
}

@_expose(wasm, "changeSort")
@_cdecl("zenuml_change_sort")
public func changeSort(_ id: Int, _ sort: Int) {
    answer { editor throws(EditError) in try editor.changeSort(of: id, to: try messageSort(sort)) }
}

@_expose(wasm, "move")
@_cdecl("zenuml_move")
public func move(_ id: Int, _ place: Int, _ owner: Int, _ operand: Int, _ index: Int) {
    answer { editor throws(EditError) in try editor.move(id, to: try insertionPoint(place, owner, operand, index)) }
}

/// `kind` counts ``FragmentKind/allCases`` from 0.
@_expose(wasm, "wrap")
@_cdecl("zenuml_wrap")
public func wrap(_ first: Int, _ last: Int, _ kind: Int, _ condition: UnsafeRawPointer, _ count: Int) {
    let condition = text(condition, count).string
    answer { editor throws(EditError) in
        try editor.wrap(first, through: last, in: try choice(FragmentKind.allCases, kind), condition: condition)
    }
}

@_expose(wasm, "unwrap")
@_cdecl("zenuml_unwrap")
public func unwrap(_ id: Int) {
    answer { editor throws(EditError) in try editor.unwrap(id) }
}

@_expose(wasm, "remove")
@_cdecl("zenuml_remove")
public func remove(_ id: Int) {
    answer { editor throws(EditError) in try editor.remove(id) }
}

/// `place` is 0 for the diagram itself, 1 for the block of a statement, 2 for an operand of a fragment.
private func insertionPoint(_ place: Int, _ owner: Int, _ operand: Int, _ index: Int) throws(EditError) -> InsertionPoint {
    switch place {
    case 0: InsertionPoint(.body, index)
    case 1: InsertionPoint(.block(of: owner), index)
    case 2: InsertionPoint(.operand(of: owner, operand), index)
    default: throw .noSuchElement
    }
}

/// 0 is a call, 1 an asynchronous message, 2 a creation, 3 a reply.
private func messageSort(_ number: Int) throws(EditError) -> MessageSort {
    try choice([.synchCall, .asynchCall, .createMessage, .reply], number)
}

private func choice<Choice>(_ choices: [Choice], _ number: Int) throws(EditError) -> Choice {
    guard choices.indices.contains(number) else { throw .noSuchElement }
    return choices[number]
}

private func answer(_ edit: (SequenceEditor) throws(EditError) -> [TextEdit]) {
    do throws(EditError) {
        guard let editor else { throw .noSuchElement }
        result = EditsJSON.write(try edit(editor))
    } catch {
        result = EditsJSON.write(error)
    }
}
