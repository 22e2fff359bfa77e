import { inArray } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { districts, memberships } from '~db/schema'
import type { PartnerField } from '~db/vocabulary'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { type DistrictId, type MembershipId, newId, type PersonId } from '../ids'
import { permitProved } from '../permissions/permission'
import { endPlaces, personToChange, placeOf, refuseWhileAnswering } from './program-person.server'
import {
  factsOfPlaces,
  hasAnythingToChange,
  ownsItsField,
  type ProgramPlace,
  placesAs,
} from './program-places'
import { endSessionsOf } from './session.server'
import { tellProgramPlace } from './tell-program-place.server'

export type PlaceChange = { districts: DistrictId[]; field: PartnerField | null }

/**
 * Changes the districts of a liaison or of a district viewer, all at once, or the field and district
 * of a partner. What they had ends and stays in the record; their sessions end, and they are told.
 */
export function changeProgramPlace(
  ctx: Context,
  personId: PersonId,
  placeId: MembershipId,
  change: PlaceChange,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permitProved(ctx)
    const person = await personToChange(tx, ctx, personId)
    const place = placeOf(person, placeId)
    const wanted = await wantedPlaces(tx, place, change)
    const held = ownsItsField(place) ? [place] : placesAs(place.role, person.places)
    const ended = held.filter((each) => !wanted.some((one) => same(each, one)))
    const given = wanted.filter((each) => !person.places.some((one) => same(each, one)))
    if (ended.length === 0 && given.length === 0) return

    await refuseWhileAnswering(tx, personId, ended)
    if (ended.length > 0) await endPlaces(tx, person, ended, now)
    await givePlaces(tx, personId, given, now)
    const after = [...person.places.filter((each) => !ended.includes(each)), ...given]
    await recordEvent(tx, {
      kind: 'place.role_changed',
      ...{ actor, at: now, origin, subjectId: personId },
      before: factsOfPlaces(person.places),
      after: factsOfPlaces(after),
    })
    await endSessionsOf(tx, personId, now)
    await tellProgramPlace(tx, ctx, person, 'changed', after)
  })
}

/** Gives somebody places in the program, from now on. */
export async function givePlaces(
  tx: Tx,
  personId: PersonId,
  given: readonly ProgramPlace[],
  now: Date,
): Promise<void> {
  if (given.length === 0) return
  await tx.insert(memberships).values(
    given.map(({ id, role, districtId, field }) => {
      return { id, personId, role, districtId, field, createdAt: now, confirmedAt: now }
    }),
  )
}

async function wantedPlaces(
  tx: Tx,
  place: ProgramPlace,
  { districts: asked, field }: PlaceChange,
): Promise<ProgramPlace[]> {
  const { role } = place
  if (!hasAnythingToChange(place)) {
    throw new Invalid({ '': 'A coordinator has neither districts nor a field to change.' })
  }
  const found = await tx.select().from(districts).where(inArray(districts.id, asked))
  if (found.length !== new Set(asked).size) {
    throw new Invalid({ districts: 'Choose from the districts of the program.' })
  }
  if (ownsItsField(place)) {
    if (!field) throw new Invalid({ field: 'Choose the field that they comment on.' })
    const district = found[0]
    const where = { districtId: district?.id ?? null, district: district?.name ?? null }
    return [{ id: newId('mem'), role, field, ...where }]
  }
  if (found.length === 0) {
    throw new Invalid({
      districts: 'Choose at least one district. To take the last one away, end the place instead.',
    })
  }
  return found.map(({ id, name }) => {
    return { id: newId('mem'), role, districtId: id, district: name, field: null }
  })
}

function same(a: ProgramPlace, b: ProgramPlace): boolean {
  return placesAs(a.role, [b]).length > 0 && a.districtId === b.districtId && a.field === b.field
}
