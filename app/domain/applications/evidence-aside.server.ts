import { paths } from '~/paths'
import { formatMoment, formatTime } from '~/words/en/format'
import type { Reading } from '../context'
import { dayOf } from '../dates'
import type { VenueId } from '../ids'
import type { EvidenceAsk } from '../standards/standard-set'
import { begunFields } from './begun-form'
import { isPage } from './pointer'
import type { Workspace } from './workspace.server'
import { type EvidenceRow, evidenceAside } from './workspace-given.server'
import { evidenceWords } from './workspace-words'

const most = 20

/** A form that somebody of the venue has begun: what is in it, and who kept it when. */
export type Begun = { fields: Record<string, string>; revision: string; said: string }

export type Aside = Awaited<ReturnType<typeof asideOf>>

/**
 * What does not stand beside a standard, for the venue's own people: what stood there before, newest first,
 * in earlier applications too, and the forms that are begun.
 */
export async function asideOf(
  { db, now }: Reading,
  { venue, application, timeZone }: Pick<Workspace, 'venue' | 'application' | 'timeZone'>,
  code: string,
) {
  const rows = await evidenceAside(db, venue.id, code)
  const isBegun = (row: EvidenceRow) => row.facts.begun !== undefined

  function earlier(ask: EvidenceAsk, headings: Map<string, string>) {
    const own = rows.filter((row) => row.kind === ask.kind && !isBegun(row)).reverse()
    return {
      more: Math.max(0, own.length - most),
      rows: own.slice(0, most).map((row) => {
        const { title, detail } = evidenceWords(row, undefined)
        const { place, to } = whereOf(row, headings, venue.id)
        const until = row.removedAt
          ? `Stood here until ${formatMoment(row.removedAt, timeZone)}.`
          : ''
        const said = `${givenWords(row, timeZone)} ${until}`
        const isFile = row.fileId !== null
        return {
          id: row.id,
          title,
          detail: [place, detail].filter(Boolean).join(' · '),
          to,
          isFile,
          said,
        }
      }),
    }
  }

  /** Null for kinds whose form is not kept; without a revision nothing is begun. */
  function begun(kind: EvidenceAsk['kind']): Begun | null {
    if (!begunFields[kind]) return null
    const row = rows.find(
      (each) => each.kind === kind && each.applicationId === application?.id && isBegun(each),
    )
    if (!row?.facts.begun) return { fields: {}, revision: '', said: '' }
    const { fields, revision } = row.facts.begun
    const today = dayOf(row.addedAt, timeZone) === dayOf(now, timeZone)
    const when = today ? formatTime(row.addedAt, timeZone) : formatMoment(row.addedAt, timeZone)
    const said = `Kept for later by ${row.givenBy ?? ''}, ${when}. It counts once you add it.`
    return { fields, revision: String(revision), said }
  }

  return { earlier, begun }
}

/** Who put it there, and when. */
export function givenWords({ givenBy, addedAt }: EvidenceRow, timeZone: string): string {
  return `Given by ${givenBy ?? ''}, ${formatMoment(addedAt, timeZone)}.`
}

/** Where a piece of evidence points to, in words, and its address while it can be opened. */
export function whereOf(row: EvidenceRow, headings: Map<string, string>, venueId: VenueId) {
  const section = row.pointer ? headings.get(`${row.policyId} ${row.pointer}`) : undefined
  const page = row.policyFileId && isPage(row.pointer ?? '') ? row.pointer : null
  const place = section ?? (page ? `Page ${page}` : '')
  if (row.policyId && !row.policyRemovedAt) {
    const anchor = section ? `#${row.pointer}` : page ? '#the-file' : ''
    return { place, to: `${paths.policy(venueId, row.policyId)}${anchor}` }
  }
  const opens = row.fileId && !row.heldSince && !row.fileRemovedAt
  return { place, to: opens ? paths.venueFile(venueId, row.fileId ?? '') : '' }
}
