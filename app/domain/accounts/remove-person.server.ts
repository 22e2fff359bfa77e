import type { Context } from '../context'
import { deed } from '../deed.server'
import type { PersonId } from '../ids'
import { permit, permitProved } from '../permissions/permission'
import { canRemovePerson } from '../permissions/staff'
import { endAll } from './end-program-place.server'
import { personToChange } from './program-person.server'

/** Takes somebody else out of the program: every place in it ends, and with the last their ways in. */
export function removePerson(ctx: Context, personId: PersonId): Promise<void> {
  return deed(ctx, async (tx) => {
    permit(canRemovePerson(ctx.actor, personId))
    permitProved(ctx)
    const person = await personToChange(tx, ctx, personId)
    await endAll(tx, ctx, person, person.places)
  })
}
