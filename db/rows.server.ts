import { setImmediate as nextTurn } from 'node:timers/promises'
import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import { type AnySQLiteColumn, getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Tx } from './open.server'
import * as schema from './schema'

/** How many rows one statement takes, so that the loop is free again after some thousandths of a second. */
export const rowsAtOnce = 500

type Cell = string | number | null

/** Rows made in code as a table that a statement can read: one bound value, however many rows there are. */
export function rowsAs(
  name: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): SQL {
  const cells = columns.map((column, i) => sql.raw(`value ->> ${i} AS "${column}"`))
  const read = sql.join(cells, sql`, `)
  return sql`(SELECT ${read} FROM json_each(${JSON.stringify(rows)})) AS ${sql.identifier(name)}`
}

/** The column holds one of these, however many they are. */
export function isOneOf(column: AnySQLiteColumn | SQL, values: readonly string[]): SQL {
  return sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`
}

/** Inserts many rows with one short statement, by far faster than naming each value. */
export async function insertRows<Table extends SQLiteTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.entries(getTableColumns(table) as Record<string, AnySQLiteColumn>)
  const isFilled = ([key, { hasDefault }]: (typeof columns)[number]) =>
    hasDefault || rows.some((row) => Reflect.get(row, key) != null)
  const filled = columns.filter(isFilled)
  const encoded = rows.map((row: Record<string, unknown>) =>
    filled.map(([key, column]) => {
      const value = row[key] ?? column.default ?? null
      return value === null ? null : column.mapToDriverValue(value)
    }),
  )
  const cells = columns.map((each) => {
    const at = filled.indexOf(each)
    return sql.raw(at < 0 ? 'NULL' : `value ->> ${at}`)
  })
  await tx
    .insert(table)
    .select(
      sql`SELECT ${sql.join(cells, sql`, `)} FROM jsonb_each(${JSON.stringify(encoded)})` as never,
    )
}

/**
 * Whether a row of any table points at this one, such as at a venue. Read from the schema, so that a
 * table made later is never forgotten. `except` are tables that only keep figures of it.
 */
export function isPointedAt(target: AnySQLiteColumn, except: readonly SQLiteTable[]): SQL {
  const asked = Object.values(schema)
    .filter((table) => table instanceof SQLiteTable && !except.includes(table))
    .flatMap((table) => getTableConfig(table as SQLiteTable).foreignKeys)
    .map((key) => key.reference())
    .filter(({ foreignTable }) => foreignTable === target.table)
    .flatMap(({ columns: [column] }) => (column ? [pointingFrom(column, target)] : []))
  return sql`(${sql.join(asked, sql` OR `)})`
}

function pointingFrom(column: AnySQLiteColumn, target: AnySQLiteColumn): SQL {
  const table = sql.identifier(getTableConfig(column.table).name)
  const name = sql.identifier(column.keyAsName ? toSnakeCase(column.name) : column.name)
  return sql`EXISTS (SELECT 1 FROM ${table} AS "pointing" WHERE "pointing".${name} = ${target})`
}

/**
 * Lets requests that only read have their turn between two statements of a long piece of work. It is
 * the one thing besides the database that a transaction may await, for nothing outside can delay it.
 */
export function letOthersIn(): Promise<void> {
  return nextTurn()
}

/** Two columns hold the same, where nothing is the same as nothing. */
export function sameOrBothNull(one: AnySQLiteColumn, other: AnySQLiteColumn): SQL {
  return sql`${one} IS ${other}`
}
