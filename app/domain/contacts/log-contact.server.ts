import { contacts } from '~db/schema'
import type { ContactSide } from '~db/vocabulary'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { type ContactId, newId, type VenueId } from '../ids'
import { todayIn } from '../standards/program.server'
import type { NewContact } from './forms'
import { venueOfContacts } from './queries.server'

/** Writes down that the program and a venue were in contact, for the side that says so. Both read it at once. */
export function logContact(
  ctx: Context,
  side: ContactSide,
  venueId: VenueId,
  typed: NewContact,
): Promise<ContactId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    await venueOfContacts(tx, actor, side, venueId)
    if (typed.happenedOn > (await todayIn(tx, now))) {
      throw new Invalid({ happenedOn: 'This day is still to come. Write it down once it was.' })
    }
    const id = newId('con')
    await tx.insert(contacts).values({
      ...{ id, venueId, ...typed },
      ...{ writtenAs: side, writtenBy: actor.person.id, writtenAt: now },
    })
    const { kind, begunBy, enforcement } = typed
    await recordEvent(tx, {
      ...{ kind: 'contact.logged', actor, at: now, origin, venueId, subjectId: id },
      facts: { kind, begunBy, enforcement },
    })
    return id
  })
}
