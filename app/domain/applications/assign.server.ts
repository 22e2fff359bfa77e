import type { Context } from '../context'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import type { ApplicationId, PersonId } from '../ids'
import { canAssign, canRespond } from '../permissions/application'
import { permit } from '../permissions/permission'
import { couldReview } from './hands.server'
import { cameElsewhere, putInHands } from './put-in-hands.server'
import { applicationFor } from './queries.server'

/** Takes an application on that nobody has in hand. Taking on what is one's own already changes nothing. */
export function takeOn(ctx: Context, applicationId: ApplicationId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor } = ctx
    const application = await applicationFor(tx, actor, applicationId)
    permit(canRespond(actor, application))
    if (application.liaisonId === actor.person.id) return
    if (application.liaisonId) throw await cameElsewhere(tx, applicationId)
    await putInHands(tx, ctx, application, actor.person.id, '')
  })
}

export type Assigning = {
  to: PersonId
  /** A word to the colleague, or nothing. */
  words: string
  /** In whose hands the page showed it to be. */
  seen: string
}

/** Puts an application into the hands of a liaison who could review it. Dates that the venue was told stay. */
export function assign(
  ctx: Context,
  applicationId: ApplicationId,
  { to, words, seen }: Assigning,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now } = ctx
    const application = await applicationFor(tx, actor, applicationId)
    permit(canAssign(actor, application))
    const colleague = (await couldReview(tx, application, now)).find(({ id }) => id === to)
    if (!colleague) throw new Invalid({ to: 'Choose somebody who could review it.' })
    if ((application.liaisonId ?? '') !== seen) throw await cameElsewhere(tx, applicationId)
    // A word to whoever has it in hand already is kept too.
    if (application.liaisonId === to && words.trim() === '') return
    await putInHands(tx, ctx, application, to, words.trim())
  })
}
