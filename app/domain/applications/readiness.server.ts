import { eq } from 'drizzle-orm'
import { readinessSaid } from '~/words/en/readiness'
import type { Reader } from '~db/open.server'
import { applications } from '~db/schema'
import type { Actor } from '../context'
import { NotFound } from '../errors'
import { placeIn } from '../permissions/who'
import type { ReadinessAnswers } from '../standards/readiness'
import { cleanAnswers } from '../standards/readiness-answers'
import { readinessStanding } from '../standards/readiness-picture'
import type { Application } from './queries.server'
import type { Standing } from './standing'

/**
 * What the venue answered in the readiness check before it started, where it took the answers along.
 * For the venue's own people alone: no share carries it, and no staff page reads it.
 */
export async function readinessOf(
  db: Reader,
  actor: Actor,
  application: Application,
): Promise<ReadinessAnswers | null> {
  if (!placeIn(actor, application.venueId)) throw new NotFound()
  const [row] = await db
    .select({ readiness: applications.readiness })
    .from(applications)
    .where(eq(applications.id, application.id))
  return row?.readiness ? cleanAnswers(row.readiness) : null
}

const open: readonly Standing[] = ['not_started', 'started', 'with_counsel']

/** "In the readiness check you said: sounds in place", while the standard is still open; else empty. */
export function readinessWordsFor(
  readiness: ReadinessAnswers | null,
  { code, standing }: { code: string; standing: Standing },
): string {
  if (!readiness || !open.includes(standing)) return ''
  return readinessSaid(readinessStanding(readiness, code))
}
