import { paths } from '~/paths'
import { roundWords } from '~/words/en/feedback'
import { addressed } from '~/words/en/names'
import {
  lineWords,
  overdueWords,
  promiseWords,
  readerWords,
  readyWords,
  sinceWords,
} from '~/words/en/waiting'
import { type Day, dayOf, daysBetween } from '../dates'
import type { DistrictId } from '../ids'
import type { Program } from '../standards/program.server'
import type { NamedLiaison, WaitingLine } from './coordinator-liaisons.server'
import type { WaitingRow } from './coordinator-waiting.server'
import type { WaitingView } from './waiting-views'

export type WaitingFacts = {
  liaisons: ReadonlyMap<DistrictId, NamedLiaison[]>
  program: Program
  today: Day
}

/** One thing that waits, as a row of a list that leads to what was shared. */
export function waitingTask(view: WaitingView, row: WaitingRow, facts: WaitingFacts) {
  const { liaisons, program, today } = facts
  const since = dayOf(row.since, program.timeZone)
  const ofDistrict = (row.districtId && liaisons.get(row.districtId)) || []
  const names = ofDistrict.map(({ name }) => name)
  const who =
    view === 'liaison'
      ? row.amendmentHearBy
        ? roundWords.amended
        : readerWords(row.liaison && addressed({ name: row.liaison, title: row.title }), names)
      : view === 'certificate'
        ? readyWords(row.readyBy, program.settings.accreditedBy)
        : 'Their pace: nothing is asked of them'
  const hearBy = view === 'liaison' ? (row.amendmentHearBy ?? row.hearBy) : null
  const state =
    hearBy !== null
      ? promiseWords(daysBetween(today, hearBy), hearBy)
      : { status: sinceWords(since), tone: 'soft' as const }
  return {
    id: row.id,
    title: row.venue,
    to: paths.review(row.id),
    detail: `${row.district ?? 'No district yet'} · ${who}`,
    ...state,
  }
}

/** Whom venues wait for, as a row that leads to what waits for them. */
export function lineTask({ liaisons, district, waiting, overdue }: WaitingLine) {
  const names = liaisons.map(({ name }) => name)
  const [only] = liaisons
  const one = liaisons.length === 1 && only
  return {
    title: lineWords(names, district?.name ?? null),
    to: paths.waiting(one ? { liaison: only.id } : district ? { district: district.slug } : {}),
    ...overdueWords(waiting, overdue),
  }
}
