import { paths } from '~/paths'
import { addressed } from '~/words/en/names'
import { applicationAccess } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { type AccessId, type ApplicationId, newId } from '../ids'
import { queueEmail } from '../outbox.server'
import { canRespond } from '../permissions/application'
import { permit } from '../permissions/permission'
import { colleaguesToAsk } from './colleagues.server'
import { responseOfRound, roundInHand } from './draft.server'

/**
 * Asks a colleague, of any district, to read a draft before it is sent. They see this one application
 * until they hand it back or the letter is sent, and the venue sees who they are.
 */
export function askColleague(
  ctx: Context,
  applicationId: ApplicationId,
  { colleague, words }: { colleague: string; words: string },
): Promise<AccessId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { application, round } = await roundInHand(tx, actor, applicationId)
    permit(canRespond(actor, application))
    const response = await responseOfRound(tx, round.id)
    if (!response?.draft) throw new Conflict('There is no draft to read at the moment.')
    const asked = (await colleaguesToAsk(tx, actor, application)).find(({ id }) => id === colleague)
    if (!asked) {
      throw new Invalid({ colleague: 'Choose a colleague from the list, who is not asked yet.' })
    }

    const id = newId('acc')
    await tx.insert(applicationAccess).values({
      id,
      applicationId,
      personId: asked.id,
      kind: 'reader',
      givenBy: actor.person.id,
      words: words.trim(),
      at: now,
    })
    await recordEvent(tx, {
      kind: 'response.reader_asked',
      ...{ actor, at: now, origin, venueId: application.venueId, applicationId },
      subjectId: asked.id,
    })
    const facts = {
      name: asked.name,
      from: addressed(actor.person),
      venue: application.venueName,
      words: words.trim(),
      path: paths.peerRead(applicationId),
    }
    await queueEmail(tx, asked, 'peer-read', facts, now)
    return id
  })
}
