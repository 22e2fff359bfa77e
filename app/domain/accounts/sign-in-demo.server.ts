import { program } from '~db/schema'
import type { Visit } from '../context'
import { NotFound } from '../errors'
import { recordEvent } from '../events.server'
import type { PersonId, SessionId } from '../ids'
import { actorOf } from './actor.server'
import { endSession, startSession } from './session.server'
import type { SignedIn } from './use-sign-in-code.server'

/** Signs in as one of the made-up people with one click. In a database that is no demo there is nobody to find. */
export async function signInDemo(
  { db, now, origin }: Visit,
  personId: PersonId,
  previous: SessionId | null,
): Promise<SignedIn> {
  return db.transaction(async (tx) => {
    const [mark] = await tx.select({ seededAt: program.demoSeededAt }).from(program)
    const actor = mark?.seededAt ? await actorOf(tx, personId, ['demo']) : null
    if (!actor) throw new NotFound()
    if (previous) await endSession(tx, previous, now)
    const token = await startSession(tx, personId, ['demo'], now, origin.device)
    const facts = { factor: 'demo' }
    await recordEvent(tx, { kind: 'person.signed_in', actor, at: now, origin, facts })
    return { token, personId }
  })
}
