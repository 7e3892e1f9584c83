import GRDB

/// The numbered steps by which a database file gets its tables. A step that has been released is never changed.
enum Migrations {
    static var all: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 users, sessions and status checks") { try $0.execute(sql: first) }
        return migrator
    }

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
}
