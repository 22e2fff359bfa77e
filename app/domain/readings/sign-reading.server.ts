import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { signatures, staff } from '~db/schema'
import type { Visit } from '../context'
import type { Day } from '../dates'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { newId, type StaffId, type VenueId } from '../ids'
import { todayIn } from '../standards/program.server'
import { plainWords } from '../table-words'
import { countSignatures } from './count-signatures.server'
import { behindLink } from './queries.server'

export type Signing = { name: string; startedOn: Day | null; seen: string }

/**
 * Writes down that somebody read what the venue put to its team, by the link that it gave them. Whether
 * the name stands on the staff list is never told. The same name signs once a day; policies that changed
 * while they were read are asked for anew.
 */
export function signReading(
  { db, now }: Visit,
  token: string,
  { name, startedOn, seen }: Signing,
): Promise<void> {
  return db.transaction(async (tx) => {
    const { venueId, reading } = await behindLink(tx, token)
    if (seen !== reading.id) throw new Invalid({ read: changedMeanwhile })
    const signedOn = await todayIn(tx, now)
    if (startedOn && startedOn > signedOn) {
      throw new Invalid({
        startedOn: 'This day is still to come. Choose it again, or leave it empty.',
      })
    }
    const today = await tx
      .select({ name: signatures.name, startedOn: signatures.startedOn })
      .from(signatures)
      .where(and(eq(signatures.readingId, reading.id), eq(signatures.signedOn, signedOn)))
    const twice = today.some(
      (each) => plainWords(each.name) === plainWords(name) && each.startedOn === startedOn,
    )
    if (twice) return

    const id = newId('sgn')
    const staffId = await signerIn(tx, venueId, { name, startedOn })
    const signed = { name, startedOn, signedOn, signedAt: now }
    await tx.insert(signatures).values({ id, venueId, readingId: reading.id, staffId, ...signed })
    await recordEvent(tx, {
      kind: 'reading.signed',
      ...{ actor: null, at: now, origin: null, venueId, subjectId: id },
      facts: { reading: reading.number },
    })
    await countSignatures(tx, venueId, now)
  })
}

const changedMeanwhile =
  'The policies changed while this page was open. Please read them as they are now, and tick the box again.'

/** Who of the team has this name; among namesakes the first day decides, and nobody is guessed. */
async function signerIn(
  tx: Tx,
  venueId: VenueId,
  { name, startedOn }: Pick<Signing, 'name' | 'startedOn'>,
): Promise<StaffId | null> {
  const people = await tx
    .select({ id: staff.id, name: staff.name, startedOn: staff.startedOn })
    .from(staff)
    .where(and(eq(staff.venueId, venueId), isNull(staff.removedAt), isNull(staff.leftOn)))
  const namesakes = people.filter((person) => plainWords(person.name) === plainWords(name))
  const [only] = namesakes
  if (namesakes.length === 1 && only) return only.id
  const sameDay = namesakes.filter((person) => startedOn && person.startedOn === startedOn)
  return sameDay.length === 1 ? (sameDay[0]?.id ?? null) : null
}
