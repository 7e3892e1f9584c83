// The functions that JavaScript calls. A text goes in as UTF-8 in memory from `allocate`; an answer is read at `resultPointer`, and stays
// until the next call. Compiled together with the module UML: see scripts/build-wasm.

/// The answer to the last call.
nonisolated(unsafe) var result: [UInt8] = []

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

/// The picture as SVG. `theme` counts ``Theme/allCases`` from 0.
@_expose(wasm, "render")
@_cdecl("zenuml_render")
public func render(_ source: UnsafeRawPointer, _ count: Int, _ theme: Int) {
    let themes = Theme.allCases
    // No picture at all for a palette that there is not.
    result = themes.indices.contains(theme) ? SVGWriter.write(Document.parse(text(source, count)).scene(), theme: themes[theme]) : []
}

/// The words that mean something by themselves, as ``VocabularyJSON`` says.
@_expose(wasm, "vocabulary")
@_cdecl("zenuml_vocabulary")
public func vocabulary() { result = VocabularyJSON.write(.sequence) }

/// The diagnostics as a JSON array.
@_expose(wasm, "check")
@_cdecl("zenuml_check")
public func check(_ source: UnsafeRawPointer, _ count: Int) {
    let document = Document.parse(text(source, count))
    result = DiagnosticsJSON.write(document.diagnostics, in: document.source)
}

/// What the diagram consists of, as ``OutlineJSON`` says.
@_expose(wasm, "outline")
@_cdecl("zenuml_outline")
public func outline(_ source: UnsafeRawPointer, _ count: Int) {
    result = OutlineJSON.write(Document.parse(text(source, count)))
}

func text(_ source: UnsafeRawPointer, _ count: Int) -> SourceText {
    SourceText(bytes: Array(UnsafeRawBufferPointer(start: source, count: count)))
}
