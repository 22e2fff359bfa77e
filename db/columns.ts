import { type BuildColumns, type SQL, sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  check,
  customType,
  index,
  integer,
  primaryKey,
  real,
  type SQLiteColumnBuilderBase,
  type SQLiteTableExtraConfigValue,
  sqliteTable,
  text as sqliteText,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { Day } from '~/domain/dates'

/**
 * The column kit: the only names with which the schema is written, so that a second engine
 * needs a second kit and not a second schema.
 */
export const text = () => sqliteText()
export const id = <Id extends string>() => sqliteText().$type<Id>()
export const int = () => integer()
export const float = () => real()
export const bool = () => integer({ mode: 'boolean' })
/** A moment: integer milliseconds UTC in the database, `Date` in code. */
export const moment = () => integer({ mode: 'timestamp_ms' })
/** One of the words of a constant in vocabulary.ts; `table` adds the check constraint. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  sqliteText({ enum: words as unknown as [Words[number], ...Words[number][]] })
export const json = <Shape>() => sqliteText({ mode: 'json' }).$type<Shape>()
/** A calendar date in the program's time zone, "2026-11-22". */
export const day = customType<{ data: Day; driverData: string }>({ dataType: () => 'text' })

type Columns = Record<string, SQLiteColumnBuilderBase>
type BuiltColumns<Name extends string, C extends Columns> = BuildColumns<Name, C, 'sqlite'>
type Extras = SQLiteTableExtraConfigValue[]

/** A table whose enum columns carry a check constraint made from the same constant as their type. */
export function table<Name extends string, C extends Columns>(
  name: Name,
  columns: C,
  extras: (columns: BuiltColumns<Name, C>) => Extras = () => [],
) {
  return sqliteTable(name, columns, (built) => [
    ...Object.values(built as Record<string, AnySQLiteColumn>).flatMap((column) =>
      column.enumValues ? [knownWords(name, column, column.enumValues)] : [],
    ),
    ...extras(built),
  ])
}

function knownWords(tableName: string, column: AnySQLiteColumn, words: readonly string[]) {
  const list = words.map((word) => `'${word}'`).join(', ')
  return check(`${tableName}_${column.name}_known`, sql`${column} in (${sql.raw(list)})`)
}

/** A rule that no row may break. */
export function rule(name: string, condition: SQL) {
  return check(name, condition)
}

export function indexOn(name: string, ...columns: [AnySQLiteColumn, ...AnySQLiteColumn[]]) {
  return index(name).on(...columns)
}

export function unique(name: string, ...columns: [AnySQLiteColumn, ...AnySQLiteColumn[]]) {
  return uniqueIndex(name).on(...columns)
}

/** At most one row of a kind: unique only among the rows that the condition names. */
export function uniqueWhere(
  name: string,
  condition: SQL,
  ...columns: [AnySQLiteColumn, ...AnySQLiteColumn[]]
) {
  return uniqueIndex(name)
    .on(...columns)
    .where(condition)
}

/** An index of those rows alone that the condition names. A query uses it by naming the same condition. */
export function indexWhere(
  name: string,
  condition: SQL,
  ...columns: [AnySQLiteColumn, ...AnySQLiteColumn[]]
) {
  return index(name)
    .on(...columns)
    .where(condition)
}

export function keyOf(...columns: [AnySQLiteColumn, ...AnySQLiteColumn[]]) {
  return primaryKey({ columns })
}

/** The words of a constant as an SQL list, for conditions of partial indexes. */
export function among(column: AnySQLiteColumn, words: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`
}

/**
 * The same for a partial index and the query that wants it: written so that the engine does not
 * take an index on the column itself instead.
 */
export function amongAlone(column: AnySQLiteColumn, words: readonly string[]): SQL {
  return sql`${column} || '' in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`
}

/** The type of a column that refers to its own table. */
export type AnyColumn = AnySQLiteColumn

export { sql }
