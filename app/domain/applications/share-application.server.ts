import { paths } from '~/paths'
import { sharedRuler } from '~/words/en/ruler'
import { rounds } from '~db/schema'
import type { Context } from '../context'
import { addWorkingDays } from '../dates'
import { deed } from '../deed.server'
import { Invalid, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import { newId, type RoundId, randomText, type VenueId } from '../ids'
import { queueEmail } from '../outbox.server'
import { permit } from '../permissions/permission'
import { canShare } from '../permissions/venue'
import { venueRecipients } from '../venues/queries.server'
import { moveApplication } from './move-application.server'
import { readersOf, toldOfShare } from './readers.server'
import { rulerOf } from './ruler.server'
import { freezeRound } from './share-freeze.server'
import { isSomething } from './share-selection'
import { goingAlong } from './since-last-share.server'
import { workspaceOf } from './workspace.server'

/**
 * Shares the application with the venue's liaison as one round: what stands there now is frozen,
 * names of staff stay behind, and the venue is told by which day it hears. Nothing at all to share
 * is refused; what is still open may stay open. The venue's ruler goes along only when it asks for it.
 */
export function shareApplication(
  ctx: Context,
  venueId: VenueId,
  words: string,
  { withRuler = false } = {},
): Promise<RoundId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const workspace = await workspaceOf({ db: tx, actor, now }, venueId)
    const { application, venue, settings, today, timeZone } = workspace
    if (!application) throw new NotFound()
    permit(canShare(actor, venueId))

    const standards = await goingAlong({ db: tx, actor, now }, workspace)
    if (!standards.some(isSomething)) throw new Invalid({ '': nothingYet })

    const hearBy = addWorkingDays(today, settings.firstReadDays)
    const state = await moveApplication(tx, application, 'share', now, { hearBy })

    const round = {
      id: newId('rou'),
      applicationId: application.id,
      number: application.roundsShared + 1,
      reference: newReference(),
    }
    const person = { sharedBy: actor.person.id, sharedAt: now }
    const own = withRuler ? await rulerOf(tx, application.id) : null
    const said = { words, ruler: own && sharedRuler(own) }
    const { standardSetId } = application
    const who = await readersOf(tx, {
      district: { id: venue.districtId, name: venue.districtName },
      applicationId: application.id,
    })
    const readers = who.map(({ id: personId, role }) => ({ personId, role }))
    await tx.insert(rounds).values({ ...round, ...person, ...said, hearBy, standardSetId, readers })
    const frozen = await freezeRound(tx, round.id, standards, { today, now, timeZone })
    await recordEvent(tx, {
      kind: 'application.shared',
      actor,
      at: now,
      origin,
      venueId,
      applicationId: application.id,
      subjectId: round.id,
      text: JSON.stringify([words, frozen, said.ruler]),
      facts: { round: round.number },
      before: { state: application.state },
      after: { state },
    })

    const receipt = {
      venue: venue.name,
      reference: round.reference,
      sharedOn: today,
      hearBy,
      readers: who.map(({ name, role }) => `${name}: ${role}`),
      path: paths.round(venueId, round.id),
    }
    for (const person of await venueRecipients(tx, venueId)) {
      await queueEmail(tx, person, 'share-receipt', receipt, now)
    }
    const news = { venue: venue.name, round: round.number, hearBy }
    for (const person of await toldOfShare(tx, venue.districtId, application.id)) {
      const path = paths.review(application.id)
      await queueEmail(tx, person, 'application-shared', { ...news, path }, now)
    }
    return round.id
  })
}

export const nothingYet =
  'There is nothing to share yet. Write a policy, add your team, or say how you meet one standard; then share as much or as little as you like.'

/** "LL-7K2M-Q4": short enough to read over the phone. The database refuses one that was given before. */
function newReference(): string {
  const text = randomText(6).toUpperCase()
  return `LL-${text.slice(0, 4)}-${text.slice(4)}`
}
