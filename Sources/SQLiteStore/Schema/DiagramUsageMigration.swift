/// How many diagrams a person has, and how many bytes of them: kept by triggers, so that a save has to look at one row.
enum DiagramUsageMigration {
    static let sql = """
        CREATE TABLE diagram_usage (
            owner_id TEXT PRIMARY KEY NOT NULL,
            count INTEGER NOT NULL,
            bytes INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO diagram_usage SELECT owner_id, count(*), sum(\(bytes(of: "diagrams"))) FROM diagrams GROUP BY owner_id;

        CREATE TRIGGER diagram_usage_insert AFTER INSERT ON diagrams BEGIN
            \(addition)
        END;
        CREATE TRIGGER diagram_usage_delete AFTER DELETE ON diagrams BEGIN
            \(removal)
        END;
        CREATE TRIGGER diagram_usage_change AFTER UPDATE OF source, layout ON diagrams
        WHEN old.owner_id = new.owner_id AND (old.source <> new.source OR old.layout <> new.layout) BEGIN
            UPDATE diagram_usage SET bytes = bytes - (\(bytes(of: "old"))) + \(bytes(of: "new")) WHERE owner_id = new.owner_id;
        END;
        CREATE TRIGGER diagram_usage_owner AFTER UPDATE OF owner_id ON diagrams WHEN old.owner_id <> new.owner_id BEGIN
            \(removal)
            \(addition)
        END;
        """

    private static func bytes(of row: String) -> String {
        "length(CAST(\(row).source AS BLOB)) + length(CAST(\(row).layout AS BLOB))"
    }

    private static let addition = """
        INSERT INTO diagram_usage VALUES (new.owner_id, 1, \(bytes(of: "new")))
            ON CONFLICT (owner_id) DO UPDATE SET count = count + 1, bytes = bytes + excluded.bytes;
        """

    private static let removal = """
        UPDATE diagram_usage SET count = count - 1, bytes = bytes - (\(bytes(of: "old"))) WHERE owner_id = old.owner_id;
        DELETE FROM diagram_usage WHERE owner_id = old.owner_id AND count = 0;
        """
}
