import { and, count, eq, gte, inArray, isNull, max } from 'drizzle-orm'
import type { Database, Reader } from '~db/open.server'
import { applications, certificates, program, standardSets } from '~db/schema'
import { openStates } from '~db/vocabulary'
import { Conflict } from '../errors'
import { digestOf, recordEvent } from '../events.server'
import { newId } from '../ids'
import { programOf, todayIn } from './program.server'
import type { StandardSet } from './standard-set'

/**
 * Puts a new version of the standards in force for applications that start from now on. Whatever is under
 * way or accredited keeps the version that it has, until its venue moves. Answers the version's number.
 */
export function publishStandards(db: Database, set: StandardSet, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const { standardSetId: from } = await programOf(tx)
    const digest = digestOf(JSON.stringify(set))
    const [inForce] = await tx.select().from(standardSets).where(eq(standardSets.id, from))
    if (inForce?.digest === digest) throw new Conflict(sameSentence)
    const version = await nextVersion(tx)
    const to = newId('set')
    await tx
      .insert(standardSets)
      .values({ id: to, version, content: set, digest, publishedAt: now })
    await tx.update(program).set({ standardSetId: to }).where(eq(program.id, 1))
    await recordEvent(tx, {
      ...{ kind: 'program.standards_published', actor: null, at: now, origin: null },
      subjectId: to,
      text: JSON.stringify(set),
      facts: { version },
      before: { standardSet: from },
      after: { standardSet: to },
    })
    return version
  })
}

const sameSentence = 'These are the standards in force already, word for word.'

/** The number that the next version gets. */
export async function nextVersion(db: Reader): Promise<number> {
  const [newest] = await db.select({ version: max(standardSets.version) }).from(standardSets)
  return (newest?.version ?? 0) + 1
}

/** How many open applications and running certificates keep the standards that they have. */
export async function keepingTheirs(db: Reader, now: Date) {
  const [open] = await db
    .select({ count: count() })
    .from(applications)
    .where(inArray(applications.state, [...openStates, 'paused']))
  const [running] = await db
    .select({ count: count() })
    .from(certificates)
    .where(
      and(
        isNull(certificates.endedOn),
        isNull(certificates.replacedOn),
        gte(certificates.expiresOn, await todayIn(db, now)),
      ),
    )
  return { applications: open?.count ?? 0, certificates: running?.count ?? 0 }
}
