/// A class diagram as ``OutlineJSON``: classifiers, packages, relations, notes, each down the text.
///
/// What stands in a package has its id as `package`. A `classifier` has its `kind` and its `features`, as they are written; a `relationship`
/// has `first` and `second`, the ids of what it connects, `firstWords` and `secondWords` at these ends, and its `kind`, if it is one that can
/// be drawn; a `package` its `shape`. What has `stereotypes`, or a `color` of its own as one number of three bytes, has them, too.
struct ClassOutline {
    private let document: ClassDocument
    private var json = JSONText()
    private var isFirst = true

    /// - Returns: UTF-8.
    static func write(_ document: ClassDocument) -> [UInt8] {
        var outline = ClassOutline(document: document)
        outline.write()
        return outline.json.bytes
    }

    private init(document: ClassDocument) { self.document = document }

    private mutating func write() {
        let (diagram, ids) = (document.diagram, document.identities)
        json.raw("{\"elements\":[")
        for classifier in diagram.classifiers where classifier.standsFor == nil {
            open(ids.classifiers[classifier.id], role: "classifier", classifier.range)
            json.member("kind", classifier.kind.rawValue)
            json.raw(",\"isName\":true,\"features\":")
            let features = classifier.compartments.flatMap { $0.features }
            json.list(features) { json, feature in json.string(document.source[feature.range]) }
            write(package: classifier.package)
            write(classifier.stereotypes, classifier.color)
            close(words: classifier.label)
        }
        for (index, package) in diagram.packages.enumerated() {
            open(ids.packages[index], role: "package", package.range)
            json.raw(",\"isName\":true")
            write(package: package.parent)
            json.member("shape", package.shape.rawValue)
            write(package.stereotypes, package.color)
            close(words: package.label)
        }
        for (index, relationship) in diagram.relationships.enumerated() {
            open(ids.relationships[index], role: "relationship", relationship.range)
            json.member("first", ids.classifiers[relationship.first.classifier])
            json.member("second", ids.classifiers[relationship.second.classifier])
            json.member("firstWords", relationship.first.text ?? "")
            json.member("secondWords", relationship.second.text ?? "")
            if let kind = RelationshipKind(of: relationship) { json.member("kind", kind.rawValue) }
            write([], relationship.color)
            close(words: relationship.name ?? "")
        }
        for (index, note) in diagram.notes.enumerated() {
            open(ids.notes[index], role: "note", note.range)
            write(package: note.package)
            write([], note.color)
            close(words: note.text)
        }
        json.raw("]}")
    }

    private mutating func open(_ id: String, role: String, _ range: SourceRange) {
        json.raw(isFirst ? "{\"id\":" : ",{\"id\":")
        isFirst = false
        json.string(id)
        json.member("role", role)
        json.member("start", range.start)
        json.member("end", range.end)
    }

    private mutating func write(package: Int?) {
        if let package { json.member("package", document.identities.packages[package]) }
    }

    private mutating func write(_ stereotypes: [String], _ color: Color?) {
        if !stereotypes.isEmpty {
            json.raw(",\"stereotypes\":")
            json.list(stereotypes) { json, name in json.string(name) }
        }
        if let color { json.member("color", Int(color.red) << 16 | Int(color.green) << 8 | Int(color.blue)) }
    }

    private mutating func close(words: String) {
        json.member("words", words)
        json.raw("}")
    }
}
