/// The collections of the database.
enum Schema {
    static let users = CollectionSchema(
        "users",
        required: [
            ("_id", "string"), ("issuer", "string"), ("subject", "string"), ("email", "string"), ("name", "string"),
            ("created_at", "date"), ("updated_at", "date"),
        ],
        optional: [
            ("picture", "string"), ("password_hash", "string"), ("disabled_at", "date"), ("email_verified_at", "date"), ("second_factor", "object"),
        ],
        indexes: [
            IndexSchema(name: "email_unique", key: [("email", 1)], isUnique: true),
            IndexSchema(name: "identity_unique", key: [("issuer", 1), ("subject", 1)], isUnique: true),
        ]
    )

    static let refreshTokens = CollectionSchema(
        "refresh_tokens",
        required: [
            ("_id", "string"), ("user_id", "string"), ("email", "string"), ("token", "string"), ("counter", "long"),
            ("expires_at", "date"), ("is_revoked", "bool"), ("created_at", "date"), ("last_used_at", "date"), ("user_agent", "string"),
            ("ip", "string"),
        ],
        optional: [("rotated_at", "date"), ("confirmed_at", "date")],
        indexes: [
            IndexSchema(name: "token_unique", key: [("token", 1)], isUnique: true),
            IndexSchema(name: "user_id", key: [("user_id", 1), ("created_at", -1), ("_id", -1)]),
            IndexSchema(name: "expires_at_ttl", key: [("expires_at", 1)], isTimeToLive: true),
        ]
    )

    static let statusChecks = CollectionSchema(
        "status_checks",
        required: [("_id", "string"), ("client_name", "string"), ("timestamp", "date")],
        indexes: [IndexSchema(name: "timestamp_id", key: [("timestamp", -1), ("_id", -1)])]
    )

    static let signIns = CollectionSchema(
        "sign_ins",
        required: [("_id", "string"), ("expires_at", "date")],
        indexes: [IndexSchema(name: "expires_at_ttl", key: [("expires_at", 1)], isTimeToLive: true)]
    )

    static let projects = CollectionSchema(
        "projects",
        required: [
            ("_id", "string"), ("owner_id", "string"), ("name", "string"), ("name_key", "string"), ("description", "string"),
            ("archived", "bool"), ("created_at", "date"), ("updated_at", "date"),
        ],
        optional: [("deleted_at", "date"), ("creation_fingerprint", "string")],
        indexes: [
            IndexSchema(name: "by_name", key: [("owner_id", 1), ("deleted_at", 1), ("name_key", 1), ("_id", 1)]),
            IndexSchema(name: "by_creation", key: [("owner_id", 1), ("deleted_at", 1), ("created_at", -1), ("_id", -1)]),
            IndexSchema(name: "by_update", key: [("owner_id", 1), ("deleted_at", 1), ("updated_at", -1), ("_id", -1)]),
            IndexSchema(name: "deleted_at", key: [("deleted_at", 1)]),
        ]
    )

    static let diagrams = CollectionSchema(
        "diagrams",
        required: [
            ("_id", "string"), ("project_id", "string"), ("owner_id", "string"), ("kind", "string"), ("name", "string"),
            ("name_key", "string"), ("source", "string"), ("layout", "string"), ("revision", "long"), ("created_at", "date"),
            ("updated_at", "date"),
        ],
        optional: [
            ("deleted_at", "date"), ("creation_fingerprint", "string"), ("name_words", "array"), ("source_words", "array"),
            ("changed_by", "string"), ("checkpoint_at", "date"), ("source_bytes", "long"), ("layout_bytes", "long"),
        ],
        indexes: [
            IndexSchema(name: "by_name", key: [("project_id", 1), ("deleted_at", 1), ("name_key", 1), ("_id", 1)]),
            IndexSchema(name: "by_creation", key: [("project_id", 1), ("deleted_at", 1), ("created_at", -1), ("_id", -1)]),
            IndexSchema(name: "by_update", key: [("project_id", 1), ("deleted_at", 1), ("updated_at", -1), ("_id", -1)]),
            IndexSchema(name: "by_kind", key: [("project_id", 1), ("deleted_at", 1), ("kind", 1)]),
            IndexSchema(name: "recent", key: [("owner_id", 1), ("deleted_at", 1), ("updated_at", -1), ("_id", -1)]),
            IndexSchema(name: "trash", key: [("owner_id", 1), ("deleted_at", -1), ("_id", -1)]),
            IndexSchema(name: "deleted_at", key: [("deleted_at", 1)]),
            IndexSchema(name: "by_name_word", key: [("owner_id", 1), ("name_words", 1)]),
            IndexSchema(name: "by_source_word", key: [("owner_id", 1), ("source_words", 1)]),
            IndexSchema(name: "usage", key: [("owner_id", 1), ("source_bytes", 1), ("layout_bytes", 1)]),
        ]
    )

    static let accessLists = CollectionSchema(
        "access_lists",
        required: [("_id", "string"), ("target", "string"), ("revision", "long"), ("members", "array"), ("links", "array")],
        optional: [("events", "array")],
        indexes: [
            IndexSchema(name: "by_member", key: [("members.user_id", 1)]),
            IndexSchema(name: "by_token", key: [("links.token", 1)]),
        ]
    )

    static let versions = CollectionSchema(
        "versions",
        required: [
            ("_id", "string"), ("diagram_id", "string"), ("revision", "long"), ("reason", "string"), ("saved_at", "date"), ("name", "string"),
            ("source", "string"), ("layout", "string"),
        ],
        optional: [("label", "string"), ("author_id", "string")],
        indexes: [IndexSchema(name: "by_diagram", key: [("diagram_id", 1), ("revision", -1)])]
    )

    static let accountTokens = CollectionSchema(
        "account_tokens",
        required: [("_id", "string"), ("purpose", "string"), ("user_id", "string"), ("expires_at", "date")],
        optional: [("email", "string")],
        indexes: [
            IndexSchema(name: "user_id", key: [("user_id", 1)]),
            IndexSchema(name: "expires_at_ttl", key: [("expires_at", 1)], isTimeToLive: true),
        ]
    )

    /// Their requests may still be running; those that are long over are forgotten.
    static let removedAccounts = CollectionSchema(
        "removed_accounts",
        required: [("_id", "string"), ("removed_at", "date")],
        indexes: [IndexSchema(name: "removed_at", key: [("removed_at", 1)])]
    )

    /// While somebody works on one, `run_at` is when others may take it over: one index finds all that is due.
    static let jobs = CollectionSchema(
        "jobs",
        required: [
            ("_id", "string"), ("kind", "string"), ("payload", "string"), ("created_at", "date"), ("run_at", "date"), ("attempts", "long"),
        ],
        optional: [("lease", "string"), ("failed_at", "date"), ("last_error", "string")],
        indexes: [
            IndexSchema(name: "due", key: [("failed_at", 1), ("run_at", 1)]),
            IndexSchema(name: "by_creation", key: [("created_at", 1), ("_id", 1)]),
        ]
    )

    /// One document, which the sign of life counts up.
    static let pings = CollectionSchema("pings", required: [("_id", "int"), ("counter", "long")])

    static let all = [
        users, refreshTokens, statusChecks, signIns, projects, diagrams, accessLists, versions, accountTokens, removedAccounts, jobs, pings,
    ]
}
