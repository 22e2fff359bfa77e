import { staff } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { newId, type StaffId, type VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { plainWords } from '../table-words'
import { aliasNumbers } from './alias-numbers.server'
import type { NewStaff } from './forms'
import { teamOf } from './queries.server'

/** Adds a person to the staff list. A name that stands there already is asked about first. */
export function addStaff(ctx: Context, venueId: VenueId, person: NewStaff): Promise<StaffId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const team = await teamOf({ db: tx, actor }, venueId)
    permit(canWorkOnDrafts(actor, venueId))
    const { name, position, startedOn, onLeave } = person
    const namesake = team.people.find((other) => plainWords(other.name) === plainWords(name))
    if (namesake && !person.another) {
      throw new Invalid({
        another: `${namesake.name} is on your list already. Tick this if it is another person of the same name.`,
      })
    }

    const id = newId('stf')
    const aliasNumber = (await aliasNumbers(tx, venueId))(position, id)
    await tx.insert(staff).values({
      id,
      venueId,
      name,
      position,
      aliasNumber,
      startedOn,
      onLeave,
      createdAt: now,
      updatedAt: now,
    })
    await recordEvent(tx, { kind: 'staff.added', actor, at: now, origin, venueId, subjectId: id })
    return id
  })
}
