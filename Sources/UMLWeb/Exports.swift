// The functions that JavaScript calls. A text goes in as UTF-8 in memory from `allocate`; an answer is read at `resultPointer`, and stays
// until the next call. A text is opened once, and what is asked then is asked of it. Compiled together with what some kinds of diagram need of
// the module UML, one module for each `WebDocument`: see scripts/build-wasm.

/// The answer to the last call.
nonisolated(unsafe) private var result: [UInt8] = []

/// The text that was opened last, and the one before it.
nonisolated(unsafe) private var document: WebDocument?
nonisolated(unsafe) private var earlier: WebDocument?

nonisolated(unsafe) private var places = ElementPlaces()

/// What the last picture of the open text was made of.
nonisolated(unsafe) private var layout: WebLayout?

/// Of the text that is open, once it was asked for.
nonisolated(unsafe) private var scene: Scene?

@_expose(wasm, "allocate")
@_cdecl("zenuml_allocate")
public func allocate(_ count: Int) -> UnsafeMutableRawPointer {
    UnsafeMutableRawPointer.allocate(byteCount: max(count, 1), alignment: 16)
}

@_expose(wasm, "release")
@_cdecl("zenuml_release")
public func release(_ pointer: UnsafeMutableRawPointer) { pointer.deallocate() }

@_expose(wasm, "resultPointer")
@_cdecl("zenuml_result_pointer")
public func resultPointer() -> UnsafeRawPointer? { result.withUnsafeBytes { $0.baseAddress } }

@_expose(wasm, "resultLength")
@_cdecl("zenuml_result_length")
public func resultLength() -> Int { result.count }

/// What a client has to know of the notation, as ``VocabularyJSON`` says.
@_expose(wasm, "vocabulary")
@_cdecl("zenuml_vocabulary")
public func vocabulary() { result = VocabularyJSON.write(WebDocument.vocabulary) }

/// `kind` counts ``DiagramKind/allCases`` from 0. The places of elements are those of before, until others come.
@_expose(wasm, "open")
@_cdecl("zenuml_open")
public func open(_ kind: Int, _ source: UnsafeRawPointer, _ count: Int) {
    guard let kind = diagramKind(kind) else { return }
    earlier = document
    scene = nil
    layout = nil
    document = webDocument(SourceText(bytes: bytes(source, count)), kind)
}

/// Where elements stood, or were put, as `ElementPlaces(_:)` reads it: seven fields for each, zero bytes between.
@_expose(wasm, "place")
@_cdecl("zenuml_place")
public func place(_ fields: UnsafeRawPointer, _ count: Int) {
    places = ElementPlaces(bytes(fields, count))
    scene = nil
}

/// Where the elements of the picture stand, as ``PlacesJSON`` says.
@_expose(wasm, "places")
@_cdecl("zenuml_places")
public func shownPlaces() { result = drawn().map { PlacesJSON.write($0) } ?? [] }

/// The picture as SVG. `theme` counts ``Theme/allCases`` from 0.
@_expose(wasm, "picture")
@_cdecl("zenuml_picture")
public func picture(_ theme: Int) {
    let themes = Theme.allCases
    // No picture at all for a palette that there is not.
    guard let scene = drawn(), themes.indices.contains(theme) else { return result = [] }
    result = SVGWriter.write(scene, theme: themes[theme])
}

/// Where each element of the picture begins and ends from the top down, in its order: two numbers of 32 bits each, little-endian, in pixels.
@_expose(wasm, "extents")
@_cdecl("zenuml_extents")
public func extents() {
    result = []
    guard let scene = drawn() else { return }
    result.reserveCapacity(scene.elements.count * 8)
    for element in scene.elements {
        let (top, bottom) = element.verticalExtent ?? (0, 0)
        for number in [top, bottom] { for byte in 0..<4 { result.append(UInt8(truncatingIfNeeded: number >> (8 * byte))) } }
    }
}

/// As ``DiagnosticsJSON`` says.
@_expose(wasm, "diagnostics")
@_cdecl("zenuml_diagnostics")
public func diagnostics() {
    result = document.map { DiagnosticsJSON.write($0.diagnostics.inOrder(upTo: $0.source.bytes.count), in: $0.source) } ?? []
}

/// What the diagram consists of, as ``OutlineJSON`` says.
@_expose(wasm, "outline")
@_cdecl("zenuml_outline")
public func outline() { result = document?.outline ?? [] }

/// The ids that have changed since the text that was open before, as ``EditJSON`` says.
@_expose(wasm, "successions")
@_cdecl("zenuml_successions")
public func successions() {
    guard let document, let earlier else { return result = EditJSON.write([]) }
    result = EditJSON.write(document.successions(since: earlier))
}

/// What a command makes of the text, as ``EditJSON`` says. The text that is open stays as it is.
@_expose(wasm, "edit")
@_cdecl("zenuml_edit")
public func edit(_ command: UnsafeRawPointer, _ count: Int) {
    do throws(EditError) {
        guard let document else { throw .noSuchElement }
        result = EditJSON.write(try document.edit(bytes(command, count)))
    } catch {
        result = EditJSON.write(error)
    }
}

/// The scene of the text that is open: laid out once, whatever is asked of it.
private func drawn() -> Scene? {
    scene = scene ?? document?.scene(places, &layout)
    return scene
}

/// `number` counts ``DiagramKind/allCases`` from 0.
private func diagramKind(_ number: Int) -> DiagramKind? {
    let kinds = DiagramKind.allCases
    return kinds.indices.contains(number) ? kinds[number] : nil
}

private func bytes(_ source: UnsafeRawPointer, _ count: Int) -> [UInt8] { Array(UnsafeRawBufferPointer(start: source, count: count)) }
