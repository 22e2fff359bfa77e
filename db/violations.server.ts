import { type Column, getTableName } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'

/** True when a write met a row that already has this value; with columns, only when it is theirs. */
export function isUniqueViolation(error: unknown, ...columns: Column[]): boolean {
  const found = engineError(error, ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'])
  if (!found) return false
  if (columns.length === 0) return true

  const asked = columns.map(nameOf)
  const named = found.message.replace(/^.*constraint failed: /, '').split(', ')
  return asked.length === named.length && asked.every((name) => named.includes(name))
}

/** True when a write pointed at a row that does not exist, or removed one that is pointed at. */
export function isForeignKeyViolation(error: unknown): boolean {
  // ON DELETE RESTRICT is reported as a trigger's refusal.
  const found = engineError(error, ['SQLITE_CONSTRAINT_FOREIGNKEY', 'SQLITE_CONSTRAINT_TRIGGER'])
  return found?.message.includes('FOREIGN KEY') ?? false
}

/** True when a check constraint of the schema refused the row. */
export function isCheckViolation(error: unknown): boolean {
  return engineError(error, ['SQLITE_CONSTRAINT_CHECK']) !== null
}

/** True when somebody else holds the lock. */
export function isBusy(error: unknown): boolean {
  return (
    engineError(error, ['SQLITE_BUSY', 'SQLITE_BUSY_RECOVERY', 'SQLITE_BUSY_SNAPSHOT']) !== null
  )
}

function nameOf(column: Column): string {
  const name = column.keyAsName ? toSnakeCase(column.name) : column.name
  return `${getTableName(column.table)}.${name}`
}

type EngineError = Error & { code: string }

/** Looks through the wrappers that drizzle puts around an engine's error. */
function engineError(error: unknown, codes: readonly string[]): EngineError | null {
  for (let seen = error, depth = 0; seen instanceof Error && depth < 5; depth += 1) {
    if ('code' in seen && typeof seen.code === 'string' && codes.includes(seen.code)) {
      return seen as EngineError
    }
    seen = seen.cause
  }
  return null
}
