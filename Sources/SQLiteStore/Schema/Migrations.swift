import GRDB

/// The numbered steps by which a database file gets its tables. A step that has been released is never changed.
enum Migrations {
    static var all: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 users, sessions and status checks") { try $0.execute(sql: first) }
        migrator.registerMigration("2 projects and diagrams") { try $0.execute(sql: second) }
        migrator.registerMigration("3 words of diagrams", migrate: DiagramWordsMigration.migrate)
        migrator.registerMigration("4 one record decides over a project's diagrams") { try $0.execute(sql: fourth) }
        migrator.registerMigration("5 access lists and versions") { try $0.execute(sql: SharingMigration.sql) }
        migrator.registerMigration("6 account tokens and disabled accounts") { try $0.execute(sql: sixth) }
        migrator.registerMigration("7 jobs") { try $0.execute(sql: seventh) }
        migrator.registerMigration("8 verified addresses and second factors") { try $0.execute(sql: eighth) }
        migrator.registerMigration("9 who changed a diagram last, for lists") { try $0.execute(sql: ninth) }
        migrator.registerMigration("10 who gave whom access") {
            try $0.execute(sql: "ALTER TABLE access_lists ADD COLUMN events TEXT NOT NULL DEFAULT '[]'")
        }
        migrator.registerMigration("11 how much people have") { try $0.execute(sql: DiagramUsageMigration.sql) }
        return migrator
    }

    /// The column stands behind sources and words, which a list would read on the way to it.
    private static let ninth = "CREATE INDEX diagrams_changed_by ON diagrams (id, changed_by)"

    private static let eighth = """
        ALTER TABLE users ADD COLUMN email_verified_at INTEGER;
        ALTER TABLE users ADD COLUMN second_factor TEXT;
        ALTER TABLE account_tokens ADD COLUMN email TEXT;
        ALTER TABLE refresh_tokens ADD COLUMN confirmed_at INTEGER;
        """

    /// While somebody works on one, `run_at` is when others may take it over: one index finds all that is due.
    private static let seventh = """
        CREATE TABLE jobs (
            id TEXT PRIMARY KEY NOT NULL,
            kind TEXT NOT NULL,
            payload TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            run_at INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            lease TEXT,
            failed_at INTEGER,
            last_error TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX jobs_due ON jobs (failed_at, run_at);
        CREATE INDEX jobs_by_creation ON jobs (created_at, id);
        """

    private static let sixth = """
        ALTER TABLE users ADD COLUMN disabled_at INTEGER;
        CREATE TABLE account_tokens (
            id TEXT PRIMARY KEY NOT NULL,
            purpose TEXT NOT NULL,
            user_id TEXT NOT NULL,
            expires_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX account_tokens_user_id ON account_tokens (user_id);
        CREATE INDEX account_tokens_expires_at ON account_tokens (expires_at);
        """

    /// Times are milliseconds since 1970-01-01 UTC. The foreign key is not declared: no rule may need two records.
    private static let first = """
        CREATE TABLE users (
            id TEXT PRIMARY KEY NOT NULL,
            issuer TEXT NOT NULL,
            subject TEXT NOT NULL,
            email TEXT NOT NULL,
            name TEXT NOT NULL,
            picture TEXT,
            password_hash TEXT,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX users_identity ON users (issuer, subject);
        CREATE UNIQUE INDEX users_email ON users (email);

        CREATE TABLE refresh_tokens (
            id TEXT PRIMARY KEY NOT NULL,
            user_id TEXT NOT NULL,
            email TEXT NOT NULL,
            token TEXT NOT NULL,
            counter INTEGER NOT NULL,
            rotated_at INTEGER,
            expires_at INTEGER NOT NULL,
            is_revoked INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            last_used_at INTEGER NOT NULL,
            user_agent TEXT NOT NULL,
            ip TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX refresh_tokens_token ON refresh_tokens (token);
        CREATE INDEX refresh_tokens_user_id ON refresh_tokens (user_id, created_at);
        CREATE INDEX refresh_tokens_expires_at ON refresh_tokens (expires_at);

        CREATE TABLE status_checks (
            timestamp INTEGER NOT NULL,
            id TEXT NOT NULL,
            client_name TEXT NOT NULL,
            PRIMARY KEY (timestamp, id)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX status_checks_id ON status_checks (id);

        CREATE TABLE sign_ins (
            id TEXT PRIMARY KEY NOT NULL,
            expires_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sign_ins_expires_at ON sign_ins (expires_at);

        CREATE TABLE pings (
            id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
            counter INTEGER NOT NULL
        ) STRICT;
        INSERT INTO pings VALUES (1, 0);
        """

    /// A diagram that went to the trash with its project is there because the project is: it has no time of its own any more.
    private static let fourth = """
        UPDATE diagrams SET deleted_at = NULL WHERE deleted_at IS NOT NULL
            AND deleted_at = (SELECT deleted_at FROM projects WHERE projects.id = diagrams.project_id);

        CREATE TABLE removed_accounts (
            id TEXT PRIMARY KEY NOT NULL,
            removed_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX removed_accounts_removed_at ON removed_accounts (removed_at);
        """

    /// `name_key` is the name in lower case. Sources come last in their rows: lists read the beginning of a row only.
    ///
    /// The index of words takes its texts from a view, in which an owner is a single word.
    private static let second = """
        CREATE TABLE projects (
            id TEXT PRIMARY KEY NOT NULL,
            owner_id TEXT NOT NULL,
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            description TEXT NOT NULL,
            archived INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            deleted_at INTEGER,
            creation_fingerprint TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX projects_by_name ON projects (owner_id, deleted_at, name_key, id);
        CREATE INDEX projects_by_creation ON projects (owner_id, deleted_at, created_at, id);
        CREATE INDEX projects_by_update ON projects (owner_id, deleted_at, updated_at, id);
        CREATE INDEX projects_deleted_at ON projects (deleted_at) WHERE deleted_at IS NOT NULL;

        CREATE TABLE diagrams (
            number INTEGER PRIMARY KEY NOT NULL,
            id TEXT NOT NULL,
            project_id TEXT NOT NULL,
            owner_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            revision INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            deleted_at INTEGER,
            creation_fingerprint TEXT,
            layout TEXT NOT NULL,
            source TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX diagrams_id ON diagrams (id);
        CREATE INDEX diagrams_by_name ON diagrams (project_id, deleted_at, name_key, id);
        CREATE INDEX diagrams_by_creation ON diagrams (project_id, deleted_at, created_at, id);
        CREATE INDEX diagrams_by_update ON diagrams (project_id, deleted_at, updated_at, id);
        CREATE INDEX diagrams_by_kind ON diagrams (project_id, deleted_at, kind);
        CREATE INDEX diagrams_recent ON diagrams (owner_id, deleted_at, updated_at, id);
        CREATE INDEX diagrams_trash ON diagrams (owner_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
        CREATE INDEX diagrams_deleted_at ON diagrams (deleted_at) WHERE deleted_at IS NOT NULL;

        CREATE VIEW diagram_words_content AS SELECT number, replace(owner_id, '-', '') AS owner, name, source FROM diagrams;
        CREATE VIRTUAL TABLE diagram_words USING fts5(
            owner, name, source, content='diagram_words_content', content_rowid='number',
            tokenize="unicode61 remove_diacritics 2 tokenchars '_'"
        );
        CREATE TRIGGER diagram_words_insert AFTER INSERT ON diagrams BEGIN
            INSERT INTO diagram_words (rowid, owner, name, source)
            VALUES (new.number, replace(new.owner_id, '-', ''), new.name, new.source);
        END;
        CREATE TRIGGER diagram_words_delete AFTER DELETE ON diagrams BEGIN
            INSERT INTO diagram_words (diagram_words, rowid, owner, name, source)
            VALUES ('delete', old.number, replace(old.owner_id, '-', ''), old.name, old.source);
        END;
        CREATE TRIGGER diagram_words_update AFTER UPDATE OF owner_id, name, source ON diagrams
        WHEN old.owner_id <> new.owner_id OR old.name <> new.name OR old.source <> new.source BEGIN
            INSERT INTO diagram_words (diagram_words, rowid, owner, name, source)
            VALUES ('delete', old.number, replace(old.owner_id, '-', ''), old.name, old.source);
            INSERT INTO diagram_words (rowid, owner, name, source)
            VALUES (new.number, replace(new.owner_id, '-', ''), new.name, new.source);
        END;
        """
}
