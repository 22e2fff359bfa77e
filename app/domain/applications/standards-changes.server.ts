import { paths } from '~/paths'
import { formatDay } from '~/words/en/format'
import { standardsChangesWords as words } from '~/words/en/standards-changes'
import type { Reader } from '~db/open.server'
import type { Reading } from '../context'
import type { Day } from '../dates'
import type { VenueId } from '../ids'
import { programOf, standardSetOf, todayIn } from '../standards/program.server'
import type { StandardSet } from '../standards/standard-set'
import { venueFor } from '../venues/queries.server'
import { isDraft, standsAccredited } from './application'
import { type Application, accreditedUntil, applicationOfVenue } from './queries.server'
import { changesOfStandards } from './standards-changes'
import { answersOf, evidenceOf } from './workspace-given.server'
import { evidenceWords } from './workspace-words'

/** What changed between the standards of a venue's application and those in force, and what it keeps of those gone. */
export async function standardsChangesOf({ db, actor, now: at }: Reading, venueId: VenueId) {
  const venue = await venueFor(db, actor, venueId)
  const application = await applicationOfVenue(db, actor, venueId)
  const { standardSetId } = await programOf(db)
  const now = await standardSetOf(db, standardSetId)
  const set = application ? await standardSetOf(db, application.standardSetId) : now
  return {
    venue: venue.name,
    changes: set === now ? null : changesOfStandards(set, now),
    mayMove: application !== null && isDraft(application.state),
    mayRenew: application !== null && standsAccredited(application.state),
    when: whenWords(application, await runsUntil(db, venueId, await todayIn(db, at))),
    kept: await keptOfGone(db, application, now),
  }
}

/** The last day of a certificate that still runs. */
async function runsUntil(db: Reader, venueId: VenueId, today: Day): Promise<Day | null> {
  const until = await accreditedUntil(db, venueId)
  return until && until >= today ? until : null
}

function whenWords(application: Application | null, until: Day | null): string {
  if (!application) return ''
  if (standsAccredited(application.state)) {
    return until ? words.accredited(formatDay(until)) : words.over
  }
  return isDraft(application.state) ? words.mayMove : words.later
}

/** What a venue said or put beside standards that are not in a set (any more): nothing of it is lost. */
async function keptOfGone(db: Reader, application: Application | null, set: StandardSet) {
  const known = new Set(set.standards.map(({ code }) => code))
  const { answers } = await answersOf(db, application)
  const said = [...answers].map(([standard, { words }]) => ({ standard, words, to: '' }))
  const given = (await evidenceOf(db, application)).map((row) => ({
    standard: row.standard,
    words: evidenceWords(row, undefined).title,
    to: row.policyId
      ? paths.policy(application?.venueId ?? '', row.policyId)
      : row.fileId
        ? paths.venueFile(application?.venueId ?? '', row.fileId)
        : '',
  }))
  return [...said, ...given].filter(({ standard, words }) => words && !known.has(standard))
}
