import UML

extension OpenAPISchemas {
    /// Projects and diagrams that are kept.
    static let storedDiagrams: [(name: String, value: JSONValue)] = [
        ("ProjectCreate", object(["name": title, "description": description], optional: ["description"])),
        ("ProjectUpdate", object(["name": title, "description": description, "archived": flag], optional: ["name", "description", "archived"])),
        (
            "Project",
            object(
                [
                    "id": uuid, "name": text, "description": text, "role": role, "owner_name": text, "archived": flag, "created_at": time,
                    "updated_at": time, "diagrams": reference("DiagramCounts"),
                ], optional: ["owner_name"])
        ),
        ("ProjectList", list(of: "Project")),
        (
            "DiagramCounts",
            object(["total": number, "kinds": ["type": "object", "additionalProperties": number, "description": "By kind."]])
        ),
        (
            "DiagramCreate",
            object(
                ["kind": kind, "name": title, "source": storedSource, "layout": layout], optional: ["kind", "source", "layout"]
            ).adding("examples", [["kind": "sequence", "name": "Greeting", "source": "Alice -> Bob: hello"]])
        ),
        ("DiagramReplacement", object(["name": title, "source": storedSource, "layout": layout], optional: ["layout"])),
        (
            "DiagramUpdate",
            object(
                ["project_id": text, "name": title, "source": storedSource, "layout": layout],
                optional: ["project_id", "name", "source", "layout"])
        ),
        (
            "Diagram",
            object(
                [
                    "id": uuid, "project_id": uuid, "kind": kind, "name": text, "source": text, "layout": layout, "revision": count, "role": role,
                    "created_at": time, "updated_at": time,
                ], optional: ["role"])
        ),
        ("DiagramSummary", object(summary, optional: ["changed_by"])),
        ("DiagramSummaryList", list(of: "DiagramSummary")),
        ("DiagramEntry", object(entry, optional: ["deleted_at", "snippet"])),
        ("DiagramEntryList", list(of: "DiagramEntry")),
        (
            "StorageState",
            object([
                "diagrams": number, "diagram_limit": number, "bytes": number, "byte_limit": ["type": ["integer", "null"], "minimum": 0],
            ])
        ),
        ("ImportResponse", object(["projects": number, "diagrams": number])),
        ("Conflict", object(["detail": text, "error_type": ["const": "precondition_failed"], "current": reference("Diagram")])),
    ]

    private static let summary: KeyValuePairs<String, JSONValue> = [
        "id": uuid, "project_id": uuid, "kind": kind, "name": text, "revision": count, "created_at": time, "updated_at": time,
        "changed_by": person,
    ]
    private static let entry: KeyValuePairs<String, JSONValue> = [
        "id": uuid, "project_id": uuid, "kind": kind, "name": text, "revision": count, "created_at": time, "updated_at": time,
        "deleted_at": time, "changed_by": person, "project_name": ["type": ["string", "null"]],
        "snippet": ["type": "string", "description": "Of the source, around the words that were found."], "shared": flag,
    ]
    /// Not known, or gone: `null`.
    private static let person: JSONValue = [
        "type": ["object", "null"], "required": ["id", "name"], "properties": ["id": uuid, "name": text],
    ]
    private static let number: JSONValue = ["type": "integer", "minimum": 0]
    private static let noNull: JSONValue = #"^[^\x00]*$"#
    private static let title: JSONValue = [
        "type": "string", "minLength": .int(TextRules.titleLength.lowerBound), "maxLength": .int(TextRules.titleLength.upperBound),
        "pattern": notBlank,
    ]
    private static let description: JSONValue = ["type": "string", "maxLength": .int(TextRules.descriptionLength), "pattern": noNull]
    private static let storedSource: JSONValue = ["type": "string", "pattern": noNull, "description": "At most 1 MiB."]
    static let layout: JSONValue = [
        "type": "object",
        "description": "Where elements are to stand, by their ids, in pixels. With `automatic` it is where one was drawn last. At most 256 KiB.",
        "additionalProperties": object(
            [
                "x": ["type": "number"], "y": ["type": "number"], "width": ["type": ["number", "null"]],
                "height": ["type": ["number", "null"]], "automatic": ["type": ["boolean", "null"]],
                "path": ["type": ["array", "null"], "items": ["type": "number"]],
            ], optional: ["width", "height", "automatic", "path"]),
    ]

    private static func list(of name: String) -> JSONValue {
        ["type": "array", "items": reference(name), "maxItems": .int(ListRequest.limits.upperBound)]
    }
}
