import type { VenueStanding } from '~db/vocabulary'
import { countOf } from './format'

/** The fields of a venue that a license list fills. */
export const venueFieldNames = {
  name: 'Name',
  address: 'Address',
  neighborhood: 'Neighborhood',
  district: 'District',
  place: 'Place on the map',
} as const

/** Why a new license may belong to a venue that the program knows. */
export const mergeReasons = {
  address_and_name: 'The same address, and a name that is alike',
  name_nearby: 'A few steps away, under a name that is alike',
  address: 'The same address, under another name',
} as const

/** What stands on a license that a list lacks. */
export function standsOn({ people, certificate }: { people: boolean; certificate: boolean }) {
  if (certificate) return 'It holds a certificate. Ask the venue before anything else.'
  return people ? 'It has people here. Ask them what happened.' : 'Nobody has joined yet.'
}

/** "1256 were added, 3 were changed, 12 are on file already." */
export function importWords(
  report: { added: number; changed: number; unchanged: number },
  dry: boolean,
): string {
  const { added, changed, unchanged } = report
  if (added + changed === 0) {
    return `Nothing ${dry ? 'would change' : 'changed'}: all ${unchanged} venues are on file already.`
  }
  const done = dry ? 'would be' : 'were'
  return `${added} ${done} added, ${changed} ${done} changed, ${unchanged} are on file already.`
}

/** "2 licenses are not on this list any more and are marked; nothing is removed." */
export function vanishedWords(vanished: number): string {
  return `${countOf(vanished, 'license is', 'licenses are')} not on this list any more. Their venues stay, with a mark.`
}

/** What to do about a venue that the newest list lacks. */
export function vanishedAdvice(standing: VenueStanding, successor: string | null): string {
  if (successor) {
    return `${successor} has a license at the same address. If it is the same venue, merge the two.`
  }
  if (standing === 'not_invited' || standing === 'invitation_over') {
    return 'Nobody has joined. Leave it, or merge it when it has a new license.'
  }
  return 'Ask the venue before you change anything.'
}

/** "3 new venues, 2 changed venues" */
export function changesOf({ added, changed, vanished = 0 }: Counts): string {
  const parts = [
    ...(added > 0 ? [countOf(added, 'new venue', 'new venues')] : []),
    ...(changed > 0 ? [countOf(changed, 'changed venue', 'changed venues')] : []),
    ...(vanished > 0 ? [countOf(vanished, 'missing license', 'missing licenses')] : []),
  ]
  return parts.length > 0 ? parts.join(', ') : 'Nothing changed'
}

type Counts = { added: number; changed: number; vanished?: number }

type Undo = {
  removed: number
  stays: number
  changed: number
  vanished: number
  returned: number
}

/** What taking a list back does, line by line. */
export function undoWords({ removed, stays, changed, vanished, returned }: Undo): string[] {
  const lines = [
    removed > 0 &&
      `${countOf(removed, 'venue that it added goes', 'venues that it added go')}: nothing has happened with ${removed === 1 ? 'it' : 'them'} yet.`,
    stays > 0 && `${countOf(stays, 'venue that it added stays', 'venues that it added stay')}.`,
    changed > 0 &&
      `${countOf(changed, 'changed venue goes', 'changed venues go')} back to what the list before said, except for what somebody edited since.`,
    vanished > 0 &&
      `${countOf(vanished, 'license is', 'licenses are')} not marked as missing any more.`,
    returned > 0 && `${countOf(returned, 'license is', 'licenses are')} marked as missing again.`,
    'Districts stay as they are arranged now.',
  ]
  const said = lines.filter((line) => line !== false)
  return said.length > 1 ? said : ['It changed nothing, so nothing goes back.']
}
