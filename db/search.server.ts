import type { Database as Connection } from 'better-sqlite3'
import { type SQL, sql } from 'drizzle-orm'
import { prepared, type Reader } from './open.server'

/**
 * Builds the word index of the venues, and the triggers that keep it. `migrate` calls this after
 * every change of the schema, for a rebuilt table has lost its triggers and may have new row numbers.
 * The index reads its text from the table (`content`) and is found by row number.
 */
export function installSearch(connection: Connection): void {
  const exists = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'venues'").get()
  if (!exists) return
  connection.exec(`
    DROP TRIGGER IF EXISTS venue_search_added;
    DROP TRIGGER IF EXISTS venue_search_removed;
    DROP TRIGGER IF EXISTS venue_search_changed;
    DROP TABLE IF EXISTS venue_search;
    CREATE VIRTUAL TABLE venue_search USING fts5(
      name, address, content = 'venues', tokenize = 'unicode61 remove_diacritics 2',
      prefix = '1 2 3', columnsize = 0
    );
    INSERT INTO venue_search (venue_search) VALUES ('rebuild');

    CREATE TRIGGER venue_search_added AFTER INSERT ON venues BEGIN
      INSERT INTO venue_search (rowid, name, address) VALUES (new.rowid, new.name, new.address);
    END;
    CREATE TRIGGER venue_search_removed AFTER DELETE ON venues BEGIN
      INSERT INTO venue_search (venue_search, rowid, name, address)
        VALUES ('delete', old.rowid, old.name, old.address);
    END;
    CREATE TRIGGER venue_search_changed AFTER UPDATE OF name, address ON venues
      WHEN old.name <> new.name OR old.address <> new.address BEGIN
      INSERT INTO venue_search (venue_search, rowid, name, address)
        VALUES ('delete', old.rowid, old.name, old.address);
      INSERT INTO venue_search (rowid, name, address) VALUES (new.rowid, new.name, new.address);
    END;
  `)
}

/**
 * The venues whose name or address has all the typed words, or words that begin so, whatever their
 * case and accents. Nothing typed, or nothing but signs, is no condition. For queries over `venues`
 * in the order of their names.
 */
export async function matchesWords(db: Reader, typed: string): Promise<SQL | undefined> {
  const words = wordsOf(typed)
  if (words.length === 0) return undefined
  const asked = words.map((word) => `"${word}"*`).join(' ')
  const found = sql`(SELECT rowid FROM venue_search WHERE venue_search MATCH ${asked})`

  // A few venues are fetched and sorted. Where many match, sorting them all would take ten times
  // as long as walking along the names (the plus sign) until a page is full.
  const [sample] = await sampleOf(db).execute({ asked })
  return sample?.matches === many
    ? sql`+"venues".rowid IN ${found}`
    : sql`"venues".rowid IN ${found}`
}

const many = 1_000

const sampleOf = prepared((db) =>
  db
    .select({ matches: sql<number>`count(*)` })
    .from(
      sql`(SELECT 1 FROM venue_search WHERE venue_search MATCH ${sql.placeholder('asked')} LIMIT ${sql.raw(String(many))})`,
    ),
)

const mostWords = 10
const longestWord = 40

/** The typed text as words of letters and digits, so that none of it is read as a query. */
function wordsOf(typed: string): string[] {
  const words = typed.normalize('NFC').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
  return words.slice(0, mostWords).map((word) => [...word].slice(0, longestWord).join(''))
}
