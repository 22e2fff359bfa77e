import { paths } from '~/paths'
import { formatDay } from '~/words/en/format'
import { keepWords } from '~/words/en/keep-current'
import { dayOf } from '../dates'
import type { VenueId } from '../ids'
import { standsAccredited, venueMayEdit } from './application'
import type { Workspace } from './workspace.server'
import type { EvidenceRow } from './workspace-given.server'
import { evidenceWords } from './workspace-words'

/** "Still true?" beside a piece of evidence, and what the venue said of it before; without an address it said so today. */
export type StillTrue = { to: string; said: string }

/**
 * Whether a piece of evidence asks "Still true?": what an accredited venue stands on does, and in a
 * renewal what it took over. What was added since is as new as can be.
 */
export function stillTrueOf(
  { application, timeZone, today }: Pick<Workspace, 'application' | 'timeZone' | 'today'>,
  { id, addedAt, confirmedOn }: EvidenceRow,
  venueId: VenueId,
): StillTrue | null {
  if (!application || !venueMayEdit(application.state)) return null
  const takenOver = application.kind === 'renewal' && addedAt < application.startedAt
  if (!takenOver && !standsAccredited(application.state)) return null
  const said = confirmedOn
    ? keepWords.said(formatDay(confirmedOn))
    : keepWords.added(formatDay(dayOf(addedAt, timeZone)))
  return { to: confirmedOn === today ? '' : paths.stillTrue(venueId, id), said }
}

/** What an accredited venue stands on, what it looked at longest ago first. Nothing of it falls due by this. */
export function keptThings(workspace: Workspace, venueId: VenueId) {
  if (!workspace.application || !standsAccredited(workspace.application.state)) return []
  return workspace.standards
    .flatMap(({ standard, evidence }) => evidence.map((row) => ({ standard, row })))
    .map(({ standard, row }) => ({
      id: row.id,
      ...evidenceWords(
        row,
        standard.evidence.find(({ kind }) => kind === row.kind),
      ),
      standard: standard.title,
      to: paths.venueStandard(venueId, standard.code),
      changeTo: `${paths.venueStandard(venueId, standard.code)}#${row.kind}`,
      lookedAt: row.confirmedOn ?? dayOf(row.addedAt, workspace.timeZone),
      stillTrue: stillTrueOf(workspace, row, venueId),
    }))
    .sort((a, b) => a.lookedAt.localeCompare(b.lookedAt))
}

export type KeptThing = ReturnType<typeof keptThings>[number]
