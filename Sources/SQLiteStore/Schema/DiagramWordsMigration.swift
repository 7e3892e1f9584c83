import Domain
import GRDB

/// Puts an ordinary table of words in the place of FTS5.
///
/// FTS5 takes all words of a row out and in again when one of them changes (1.8 ms for 50 kB, 0.7 ms for its different words only), and all
/// people's words stand in one list. Here a save touches the words that came and went, and a search the words of its person.
enum DiagramWordsMigration {
    static func migrate(_ database: Database) throws {
        try database.execute(sql: tables)
        let rows = try Row.fetchCursor(database, sql: "SELECT number, name, source FROM diagrams")
        while let row = try rows.next() {
            let (name, source) = (DiagramWords(of: row[1] as String), DiagramWords(of: row[2] as String))
            try database.execute(
                sql: "UPDATE diagrams SET name_words = ?, source_words = ? WHERE number = ?", arguments: [name.text, source.text, row[0] as Int64])
        }
        try database.execute(sql: words)
    }

    /// Words have a blank between them.
    private static let tables = """
        DROP TRIGGER diagram_words_insert;
        DROP TRIGGER diagram_words_delete;
        DROP TRIGGER diagram_words_update;
        DROP TABLE diagram_words;
        DROP VIEW diagram_words_content;

        ALTER TABLE diagrams ADD COLUMN name_words TEXT NOT NULL DEFAULT '';
        ALTER TABLE diagrams ADD COLUMN source_words TEXT NOT NULL DEFAULT '';
        CREATE TABLE diagram_words (
            owner_id TEXT NOT NULL,
            word TEXT NOT NULL,
            number INTEGER NOT NULL,
            in_name INTEGER NOT NULL,
            PRIMARY KEY (owner_id, word, number, in_name)
        ) STRICT, WITHOUT ROWID;
        """

    /// A change of a diagram is not among the triggers: it says itself which words came and went.
    private static let words = """
        INSERT INTO diagram_words
            SELECT owner_id, value, number, 1 FROM diagrams, \(each("diagrams.name_words")) WHERE value <> '' UNION ALL
            SELECT owner_id, value, number, 0 FROM diagrams, \(each("diagrams.source_words")) WHERE value <> '';
        CREATE TRIGGER diagram_words_insert AFTER INSERT ON diagrams BEGIN
            INSERT INTO diagram_words
                SELECT new.owner_id, value, new.number, 1 FROM \(each("new.name_words")) WHERE value <> '' UNION ALL
                SELECT new.owner_id, value, new.number, 0 FROM \(each("new.source_words")) WHERE value <> '';
        END;
        CREATE TRIGGER diagram_words_delete AFTER DELETE ON diagrams BEGIN
            DELETE FROM diagram_words WHERE owner_id = old.owner_id AND number = old.number AND in_name = 1
                AND word IN (SELECT value FROM \(each("old.name_words")));
            DELETE FROM diagram_words WHERE owner_id = old.owner_id AND number = old.number AND in_name = 0
                AND word IN (SELECT value FROM \(each("old.source_words")));
        END;
        """

    /// Words have neither quotes nor backslashes.
    private static func each(_ column: String) -> String {
        #"json_each('["' || replace(\#(column), ' ', '","') || '"]')"#
    }
}
