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
