import { randomBytes } from 'node:crypto'
import { paths } from '~/paths'
import { addressed } from '~/words/en/names'
import type { Tx } from '~db/open.server'
import { program, staffSetups } from '~db/schema'
import type { Context } from '../context'
import { dayOf } from '../dates'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import type { PersonId } from '../ids'
import { queueEmail } from '../outbox.server'
import { permit, permitProved } from '../permissions/permission'
import { canRecoverStaff } from '../permissions/staff'
import { closeSignIn } from './close-sign-in.server'
import { forgetFailures } from './failures.server'
import { type PersonToChange, personToChange } from './program-person.server'
import { signsInAsStaff } from './program-places'
import { coordinatorsOf } from './queries.server'
import { seal, unseal } from './secrets.server'
import { newSpokenWord, spokenMark } from './spoken-word.server'
import { inNewBrowsers } from './staff-lock.server'
import { setupHashOf } from './staff-setup.server'
import { newTimeSecret } from './time-code.server'

const linkDays = 2
const purpose = 'recovery-word'

/**
 * Gives somebody else a new sign-in: every old way in closes at once, a one-time link for two days is
 * mailed, and a word beside it is shown to the coordinator once, to be told in person or by phone.
 * The person and all coordinators are told. Needs a fresh proof.
 */
export async function recoverStaff(ctx: Context, personId: PersonId): Promise<string> {
  const word = newSpokenWord()
  const token = randomBytes(32).toString('base64url')
  const totpSecretSealed = newTimeSecret()
  const sealed = await deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canRecoverStaff(actor, personId))
    permitProved(ctx)
    const person = await personToChange(tx, ctx, personId)
    if (!signsInAsStaff(person)) {
      throw new Invalid({
        '': 'A district viewer signs in with a code by email. Nothing is to be reset.',
      })
    }
    await closeSignIn(tx, personId, now)
    await forgetFailures(tx, inNewBrowsers(person.email))
    const tokenHash = setupHashOf(token)
    const expiresAt = new Date(now.getTime() + linkDays * 86_400_000)
    await tx.insert(staffSetups).values({
      ...{ tokenHash, personId, totpSecretSealed, createdAt: now, expiresAt },
      recovery: true,
      madeBy: actor.person.id,
      spokenHash: spokenMark(tokenHash, word),
    })
    await recordEvent(tx, {
      kind: 'staff.recovery_started',
      ...{ actor, at: now, origin, subjectId: personId },
    })
    await tellPerson(tx, ctx, person, paths.staffSetup(token), expiresAt)
    await tellCoordinators(tx, ctx, person)
    // What a submit answered is kept; the word is not kept readable there.
    return seal(word, purpose)
  })
  return unseal(sealed, purpose) ?? ''
}

async function tellPerson(
  tx: Tx,
  { actor, now }: Context,
  person: PersonToChange,
  path: string,
  expiresAt: Date,
): Promise<void> {
  const [settled] = await tx.select({ timeZone: program.timeZone }).from(program)
  const expires = dayOf(expiresAt, settled?.timeZone ?? 'UTC')
  const facts = { name: person.name, by: addressed(actor.person), path, expires }
  await queueEmail(tx, person, 'staff-recovery', facts, now)
}

async function tellCoordinators(
  tx: Tx,
  { actor, now }: Context,
  person: PersonToChange,
): Promise<void> {
  for (const coordinator of await coordinatorsOf(tx)) {
    if (coordinator.id === person.id) continue
    const facts = {
      name: coordinator.name,
      by: addressed(actor.person),
      person: addressed(person),
      own: coordinator.id === actor.person.id,
      path: paths.programPerson(person.id),
    }
    await queueEmail(tx, coordinator, 'staff-recovery-told', facts, now)
  }
}
