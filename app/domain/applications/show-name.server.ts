import { eq } from 'drizzle-orm'
import { formatMoment } from '~/words/en/format'
import { applications, nameShowings } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import { type NameShowingId, newId } from '../ids'
import { permit } from '../permissions/permission'
import { canShowNames } from '../permissions/venue'
import { placeIn } from '../permissions/who'
import { programOf } from '../standards/program.server'
import { type ShowingLength, shownUntil } from './show-name-form'
import { namedRecordFor, type RecordAddress } from './show-name-record.server'
import { namesShownNow } from './shown-names.server'

/**
 * Shows the name behind one alias of one shared figure to the readers of the application, for a
 * while. Whoever shows a name that is shown already gets a Conflict that says by whom and until when.
 */
export function showName(
  ctx: Context,
  record: RecordAddress,
  lasts: ShowingLength,
): Promise<NameShowingId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { venueId, roundEvidenceId, alias } = record
    if (!placeIn(actor, venueId)) throw new NotFound()
    const { application, round, newest, person } = await namedRecordFor(tx, actor, record)
    permit(canShowNames(actor, venueId))
    if (round.id !== newest.id) {
      throw new Conflict('You have shared again since. Open your newest receipt to show a name.')
    }
    if (person.name === null) {
      throw new Conflict('This person is not on your team list any more, so there is no name.')
    }
    const scope = eq(applications.id, application.id)
    const shown = (await namesShownNow(tx, now, scope)).find((one) => {
      return one.evidenceId === roundEvidenceId && one.alias === alias
    })
    if (shown) {
      const { timeZone } = await programOf(tx)
      const until = formatMoment(shown.until, timeZone, 'en-US', now)
      throw new Conflict(`${shown.shownBy} shows this name already, until ${until}.`)
    }
    const id = newId('sho')
    const until = shownUntil(now, lasts)
    const by = { shownBy: actor.person.id, shownAt: now, until }
    const { staffId } = person
    await tx.insert(nameShowings).values({ id, venueId, roundEvidenceId, alias, staffId, ...by })
    await recordEvent(tx, {
      kind: 'name.shown',
      actor,
      at: now,
      origin,
      venueId,
      applicationId: application.id,
      subjectId: id,
      facts: { roundEvidenceId, until: until.getTime() },
    })
    return id
  })
}
