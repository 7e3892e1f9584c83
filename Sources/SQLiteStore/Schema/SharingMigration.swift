/// Access lists and versions.
///
/// Who is in which list, and which token opens which, is kept by triggers in tables of their own: lists are JSON, which has no index.
enum SharingMigration {
    static let sql = """
        CREATE TABLE access_lists (
            id TEXT PRIMARY KEY NOT NULL,
            target TEXT NOT NULL,
            revision INTEGER NOT NULL,
            members TEXT NOT NULL,
            links TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE access_list_members (
            user_id TEXT NOT NULL,
            id TEXT NOT NULL,
            link_id TEXT NOT NULL,
            target TEXT NOT NULL,
            role TEXT NOT NULL,
            added_at INTEGER NOT NULL,
            expires_at INTEGER,
            PRIMARY KEY (user_id, id, link_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX access_list_members_id ON access_list_members (id);
        CREATE TABLE access_list_links (
            token TEXT PRIMARY KEY NOT NULL,
            id TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX access_list_links_id ON access_list_links (id);
        CREATE TRIGGER access_lists_insert AFTER INSERT ON access_lists BEGIN
            \(entries)
        END;
        CREATE TRIGGER access_lists_update AFTER UPDATE ON access_lists BEGIN
            \(noEntries)
            \(entries)
        END;
        CREATE TRIGGER access_lists_delete AFTER DELETE ON access_lists BEGIN
            \(noEntries)
        END;

        CREATE TABLE versions (
            id TEXT PRIMARY KEY NOT NULL,
            diagram_id TEXT NOT NULL,
            revision INTEGER NOT NULL,
            reason TEXT NOT NULL,
            label TEXT,
            author_id TEXT,
            saved_at INTEGER NOT NULL,
            name TEXT NOT NULL,
            content BLOB NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX versions_diagram ON versions (diagram_id, revision);

        ALTER TABLE diagrams ADD COLUMN changed_by TEXT;
        ALTER TABLE diagrams ADD COLUMN checkpoint_at INTEGER;
        CREATE TRIGGER diagrams_delete AFTER DELETE ON diagrams BEGIN
            DELETE FROM versions WHERE diagram_id = old.id;
            DELETE FROM access_lists WHERE id = old.id;
        END;
        CREATE TRIGGER projects_delete AFTER DELETE ON projects BEGIN
            DELETE FROM access_lists WHERE id = old.id;
        END;
        """

    private static let entries = """
        INSERT INTO access_list_members
                SELECT value ->> 'user_id', new.id, coalesce(value ->> 'link_id', ''), new.target, value ->> 'role', value ->> 'added_at',
                    value ->> 'expires_at'
                FROM json_each(new.members);
            INSERT INTO access_list_links SELECT value ->> 'token', new.id FROM json_each(new.links);
        """

    private static let noEntries = """
        DELETE FROM access_list_members WHERE id = old.id;
            DELETE FROM access_list_links WHERE id = old.id;
        """
}
