import { readings } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { newId, type PolicyVersionId, type ReadingId, type VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canSpeakForVenue } from '../permissions/venue'
import { freezePolicy } from '../policies/freeze-policy.server'
import { policiesOf } from '../policies/queries.server'
import { countSignatures } from './count-signatures.server'
import { openLinkOf, readingsOf } from './queries.server'
import { openLink } from './replace-link.server'

export type Put = { policies: readonly string[]; asksAgain: boolean; words: string }

/**
 * Puts policies to the team as they read now: they are frozen, and the venue's link shows them from this
 * moment. Asking again gives everybody who signed before as long as a new person has; after a typo their
 * signatures stand. The same policies unchanged are refused: nobody is asked twice for nothing.
 */
export function putToTeam(
  ctx: Context,
  venueId: VenueId,
  { policies, asksAgain, words }: Put,
): Promise<ReadingId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const known = await policiesOf(tx, actor, venueId)
    permit(canSpeakForVenue(actor, venueId))
    const chosen = known.filter(
      ({ id, fileId, written }) => policies.includes(id) && (fileId !== null || written > 0),
    )
    if (chosen.length === 0) throw new Invalid({ policies: 'Choose at least one policy.' })

    const versions: PolicyVersionId[] = []
    for (const { id } of chosen) versions.push(await freezePolicy(tx, id, now))
    const [last] = await readingsOf(tx, venueId)
    if (last && sameVersions(last.versions, versions)) throw new Invalid({ policies: unchanged })

    const id = newId('rdg')
    const number = (last?.number ?? 0) + 1
    const put = { putBy: actor.person.id, putAt: now }
    await tx.insert(readings).values({
      ...{ id, venueId, number, versions, words, ...put },
      asksAgain: last ? asksAgain : true,
    })
    await recordEvent(tx, {
      kind: 'reading.put',
      ...{ actor, at: now, origin, venueId, subjectId: id },
      text: words,
      facts: { number, policies: versions.length, asksAgain },
    })
    if (!(await openLinkOf(tx, venueId))) await openLink(tx, ctx, venueId)
    await countSignatures(tx, venueId, now)
    return id
  })
}

const unchanged =
  'Your team reads exactly these already. Change a policy or choose others, and put them here again.'

function sameVersions(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((version) => b.includes(version))
}
