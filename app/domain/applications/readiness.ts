import { readinessSaid } from '~/words/en/readiness'
import type { ReadinessAnswers } from '../standards/readiness'
import { cleanAnswers } from '../standards/readiness-answers'
import { readinessStanding } from '../standards/readiness-picture'
import type { OwnApplication } from './queries.server'
import type { Standing } from './standing'

/**
 * What the venue answered in the readiness check before it started, where it took the answers along.
 * For the venue's own people alone: no share carries it, and no staff page reads it.
 */
export function readinessOf({ readiness }: OwnApplication): ReadinessAnswers | null {
  return readiness && cleanAnswers(readiness)
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
