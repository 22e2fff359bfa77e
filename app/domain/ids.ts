import { randomFillSync } from 'node:crypto'

/** A random id, prefixed by its kind: 80 random bits in Crockford base 32, "ven_3k9x…". */
export type Id<Kind extends string> = `${Kind}_${string}`

export type PersonId = Id<'per'>
export type MembershipId = Id<'mem'>
export type SessionId = Id<'ses'>
export type PlaceInvitationId = Id<'pin'>
export type NameShowingId = Id<'sho'>
export type RemovalId = Id<'rmv'>
export type DistrictId = Id<'dis'>
export type StandardSetId = Id<'set'>
export type VenueId = Id<'ven'>
export type InvitationId = Id<'inv'>
export type JoinRequestId = Id<'joi'>
export type ImportId = Id<'imp'>
export type StaffId = Id<'stf'>
export type TrainingRecordId = Id<'rec'>
export type RosterMappingId = Id<'map'>
export type PolicyId = Id<'pol'>
export type ReadingId = Id<'rdg'>
export type ReadingLinkId = Id<'rln'>
export type SignatureId = Id<'sgn'>
export type SectionId = Id<'sec'>
export type PolicyVersionId = Id<'pve'>
export type FileId = Id<'fil'>
export type ApplicationId = Id<'app'>
export type EvidenceId = Id<'evi'>
export type RoundId = Id<'rou'>
export type RoundEvidenceId = Id<'rev'>
export type ResponseId = Id<'res'>
export type ItemId = Id<'itm'>
export type SuggestionId = Id<'sug'>
export type NoteId = Id<'nte'>
export type PulseId = Id<'pul'>
export type ReplyId = Id<'rep'>
export type AccessId = Id<'acc'>
export type AssignmentId = Id<'asg'>
export type OwnTrainingId = Id<'otr'>
export type SecondLookId = Id<'slk'>
export type CertificateId = Id<'cer'>
export type MailId = Id<'mai'>
export type EventId = Id<'evt'>
export type ZoneId = Id<'zon'>
export type ZoneVersionId = Id<'zve'>
export type ClassId = Id<'cls'>
export type ContactId = Id<'con'>
export type WalkId = Id<'wal'>
export type WalkPhotoId = Id<'wph'>

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

export function newId<Kind extends string>(kind: Kind): Id<Kind> {
  return `${kind}_${randomText(16)}`
}

/**
 * Gives so many new ids one after the other, in ascending order: rows that are inserted in the order
 * of an index take half the time of rows all over it.
 */
export function idsInOrder<Kind extends string>(kind: Kind, count: number): () => Id<Kind> {
  const ids = Array.from({ length: count }, () => newId(kind))
  ids.sort().reverse()
  return () => ids.pop() ?? newId(kind)
}

/** Random text of `length` characters, 5 random bits each. */
export function randomText(length: number): string {
  if (drawn + length > pool.length) {
    randomFillSync(pool)
    drawn = 0
  }
  let text = ''
  for (const byte of pool.subarray(drawn, drawn + length)) text += alphabet[byte & 31]
  drawn += length
  return text
}

/** Random bytes are drawn many at a time: asking for sixteen costs as much as for thousands. */
const pool = Buffer.alloc(8_192)
let drawn = pool.length
