import type { Database } from '~db/open.server'
import { recordChecks } from '~db/schema'
import { emptyRecord } from './chain'
import { verifySince } from './verify-record.server'

/**
 * Verifies what is new in the record since it was last found unbroken, and keeps what was found. A
 * record that does not fit is looked at again from the same point each time, until it does.
 */
export async function checkRecord(db: Database, now: Date) {
  const [last] = await db.select().from(recordChecks)
  const from = last ? { length: last.length, hash: last.hash } : emptyRecord
  const { length, hash, findings, checked } = await verifySince(db, from)
  const unbroken = findings.length === 0
  const check = {
    ...(unbroken ? { length, hash } : from),
    ...{ checkedAt: now, problems: findings.length },
  }
  await db.transaction((tx) =>
    tx
      .insert(recordChecks)
      .values({ id: 1, ...check })
      .onConflictDoUpdate({ target: recordChecks.id, set: check }),
  )
  return { checked, findings }
}
