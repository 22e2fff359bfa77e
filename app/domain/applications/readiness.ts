import { readinessSaid } from '~/words/en/readiness'
import type { VenueProfile } from '~db/schema/venues'
import { type ReadinessAnswers, securityQuestion } from '../standards/readiness'
import { cleanAnswers } from '../standards/readiness-answers'
import { readinessStanding } from '../standards/readiness-picture'
import type { OwnApplication } from './queries.server'
import type { Standing } from './standing'

/**
 * What the venue answered in the readiness check or in its own check since; what it said of its
 * security staff in its profile counts there too. For its own people alone: no share carries it, and
 * no staff page reads it.
 */
export function readinessOf(
  { readiness }: OwnApplication,
  { securityStaff }: VenueProfile,
): ReadinessAnswers | null {
  if (!readiness) return null
  const known =
    securityStaff === null ? {} : { [securityQuestion.id]: securityStaff ? 'yes' : 'no' }
  return cleanAnswers({ ...readiness, ...known })
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
