import { paths } from '~/paths'
import { addressed } from '~/words/en/names'
import { programPlacesWords } from '~/words/en/people'
import type { Tx } from '~db/open.server'
import type { EmailFacts } from '~emails/facts'
import type { Context } from '../context'
import type { Day } from '../dates'
import { queueEmail } from '../outbox.server'
import type { PersonToChange } from './program-person.server'
import type { ProgramPlace } from './program-places'

/** Tells somebody by email what they are to the program from now on, and who changed it. */
export async function tellProgramPlace(
  tx: Tx,
  { actor, now }: Context,
  person: Pick<PersonToChange, 'id' | 'name' | 'email' | 'locale' | 'places'>,
  reason: EmailFacts['program-place']['reason'],
  after: readonly ProgramPlace[],
  until: Day | null = null,
): Promise<void> {
  const facts = {
    reason,
    name: person.name,
    by: addressed(actor.person),
    before: programPlacesWords(person.places),
    after: programPlacesWords(after),
    until,
    path: paths.signIn(),
  }
  await queueEmail(tx, person, 'program-place', facts, now)
}
