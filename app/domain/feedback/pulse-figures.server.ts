import { and, eq, isNotNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { pulseAnswers } from '~db/schema'
import type { Reading } from '../context'
import { districtsOf } from '../districts/queries.server'
import { NotFound } from '../errors'
import type { DistrictId } from '../ids'
import { permit } from '../permissions/permission'
import { canReadPulse } from '../permissions/pulse'
import { type Figures, figuresOf, pulseItems, type Scores } from './pulse'
import type { Pool } from './pulse-pools.server'

/**
 * What groups of five or more answered: of one district, or of the whole program, which is the sum of the
 * same batches. The liaisons' side has no district, so it stands with the whole.
 */
export async function pulseFigures({ db, actor }: Reading, slug: string) {
  const all = await districtsOf(db)
  const readable = all.filter(({ id }) => canReadPulse(actor, id).allowed)
  const mayReadAll = canReadPulse(actor, null).allowed
  const named = slug ? readable.find((each) => each.slug === slug) : undefined
  if (slug && !named) throw new NotFound()
  const chosen = named ?? (mayReadAll ? null : readable[0])
  permit(canReadPulse(actor, chosen?.id ?? null))
  return {
    mayReadAll,
    districts: readable.map(({ slug: value, name: label }) => ({ value, label })),
    chosen: chosen ? { slug: chosen.slug, name: chosen.name } : null,
    venue: await shownOf(db, 'venue', chosen?.id ?? null),
    liaison: chosen ? null : await shownOf(db, 'liaison', null),
  }
}

/** The figures of one side: of a district, or of all. */
export async function shownOf(
  db: Reader,
  side: Pool['side'],
  districtId: DistrictId | null,
): Promise<Figures | null> {
  const rows = await db
    .select()
    .from(pulseAnswers)
    .where(
      and(
        eq(pulseAnswers.side, side),
        isNotNull(pulseAnswers.batch),
        districtId ? eq(pulseAnswers.districtId, districtId) : undefined,
      ),
    )
  const batches = new Map<string, Scores[]>()
  for (const row of rows) {
    const key = `${row.districtId} ${row.batch}`
    batches.set(key, [...(batches.get(key) ?? []), row.scores])
  }
  return figuresOf([...batches.values()], pulseItems[side].length)
}
