import Pictures
import UML

extension OpenAPISchemas {
    /// Drawing and checking.
    static let pictures: [(name: String, value: JSONValue)] = [
        (
            "RenderRequest",
            object(
                [
                    "kind": kind, "source": source, "theme": names(Theme.self), "format": names(PictureFormat.self),
                    "scale": [
                        "type": "number", "minimum": .number(RenderRequest.scales.lowerBound), "maximum": .number(RenderRequest.scales.upperBound),
                        "description": "Pixels of a PNG for one of the diagram.",
                    ],
                    "layout": layout,
                ], optional: ["kind", "theme", "format", "scale", "layout"])
        ),
        ("CheckRequest", object(["kind": kind, "source": source], optional: ["kind"])),
        ("CheckResponse", object(["diagnostics": ["type": "array", "items": reference("Diagnostic")]])),
        (
            "Diagnostic",
            object(
                [
                    "severity": ["enum": ["error", "warning", "information"]], "code": text, "message": text, "hint": text,
                    "reference": ["type": "string", "description": "The clause of UML that says so."], "line": count, "column": count,
                    "end_line": count, "end_column": count, "start": ["type": "integer", "description": "In bytes of UTF-8."],
                    "end": ["type": "integer"],
                ], optional: ["hint", "reference"])
        ),
    ]
}
