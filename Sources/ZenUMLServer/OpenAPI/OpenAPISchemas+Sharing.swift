import Domain
import UML

extension OpenAPISchemas {
    /// Members, links and versions.
    static let sharing: [(name: String, value: JSONValue)] = [
        (
            "Sharing",
            object([
                "role": role, "owner_id": ["type": ["string", "null"], "format": "uuid"], "owner_name": nullable,
                "members": ["type": "array", "items": reference("Member")],
                "links": ["type": "array", "items": reference("Link")],
                "events": ["type": "array", "items": reference("AccessEvent"), "maxItems": .int(AccessEvent.most)],
            ])
        ),
        (
            "AccessEvent",
            object([
                "at": time, "action": names(AccessEvent.Action.self), "actor_id": uuid, "actor_name": nullable, "member_id": nullable,
                "member_name": nullable, "detail": nullable,
            ])
        ),
        ("Member", object(["user_id": uuid, "name": text, "role": role, "link_id": nullable, "added_at": time])),
        ("MemberUpdate", object(["role": role])),
        ("OwnerUpdate", object(["user_id": ["type": "string", "minLength": 1, "maxLength": .int(OwnerUpdate.length.upperBound)]])),
        (
            "SharedByMe",
            object([
                "projects": ["type": "array", "items": reference("SharedProject"), "maxItems": .int(HandOverService.mostProjects)],
                "diagrams": ["type": "integer", "minimum": 0],
            ])
        ),
        ("SharedProject", object(["id": uuid, "name": text, "members": ["type": "array", "items": reference("Member")]])),
        (
            "Link",
            object(
                ["id": uuid, "kind": linkKind, "token": nullable, "email": text, "created_at": time, "expires_at": time],
                optional: ["email", "expires_at"])
        ),
        (
            "LinkCreate",
            object(
                ["kind": linkKind, "expires_in_days": ["type": "number", "minimum": 1, "maximum": .number(LinkCreate.longest)], "email": email],
                optional: ["expires_in_days", "email"])
        ),
        (
            "LinkToken",
            object(
                ["token": ["type": "string", "minLength": 1, "maxLength": .int(LinkToken.length.upperBound)], "diagram_id": text],
                optional: ["diagram_id"])
        ),
        (
            "Shared",
            object(
                [
                    "target": ["type": "string", "enum": ["project", "diagram"]], "id": uuid, "name": text, "role": role, "owner_name": nullable,
                    "diagrams": reference("DiagramSummaryList"), "has_more_diagrams": ["type": "boolean"], "diagram": reference("Diagram"),
                ], optional: ["diagrams", "has_more_diagrams", "diagram"])
        ),
        (
            "Version",
            object(["revision": count, "reason": names(VersionFacts.Reason.self), "name": nullable, "author_name": nullable, "saved_at": time])
        ),
        (
            "ElementChange",
            object(
                [
                    "change": names(ElementChange.self), "id": text, "label": text, "line": count, "before": changed,
                    "lost": ["type": "array", "items": text], "gained": ["type": "array", "items": text],
                ], optional: ["line", "before"])
        ),
        (
            "Comparison",
            object([
                "from": count, "to": count, "changes": ["type": "array", "items": reference("ElementChange")], "before": text, "after": text,
            ])
        ),
        ("VersionList", ["type": "array", "items": reference("Version")]),
        (
            "VersionCreate",
            object([
                "name": [
                    "type": "string", "minLength": .int(TextRules.versionNameLength.lowerBound),
                    "maxLength": .int(TextRules.versionNameLength.upperBound), "pattern": notBlank,
                ]
            ])
        ),
    ]

    /// What an element was in the earlier text.
    private static let changed = object(["id": text, "label": text, "line": count], optional: ["line"])
    static let role = names(Role.self)
    private static let linkKind = names(AccessLink.Kind.self)
    private static let nullable: JSONValue = ["type": ["string", "null"]]
}
