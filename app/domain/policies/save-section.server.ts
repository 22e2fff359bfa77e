import { and, eq } from 'drizzle-orm'
import { formatTime } from '~/words/en/format'
import type { Tx } from '~db/open.server'
import { policies, policySections } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import type { PolicyId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { beginsASitting } from '../sitting'
import { programOf } from '../standards/program.server'
import { cleanBody } from './policy'
import { policyOfVenue, type Section, sectionsOf } from './queries.server'

export type SavedSection = { revision: number; savedAt: number }
type Typed = { body: string; revision: number }

/**
 * Saves one section by compare-and-set on the revision it was opened at. Whoever comes second gets
 * a Conflict that says who saved first and when, with their text; the same text twice is no conflict.
 */
export function saveSection(
  ctx: Context,
  venueId: VenueId,
  policyId: PolicyId,
  anchor: string,
  typed: Typed,
): Promise<SavedSection> {
  return deed(ctx, async (tx) => {
    await policyOfVenue(tx, ctx.actor, venueId, policyId)
    permit(canWorkOnDrafts(ctx.actor, venueId))
    const section = (await sectionsOf(tx, policyId)).find((each) => each.anchor === anchor)
    if (!section) throw new NotFound()

    const body = cleanBody(typed.body)
    if (body === section.body) {
      return { revision: section.revision, savedAt: section.editedAt.getTime() }
    }
    const revision = typed.revision + 1
    const saved = await tx
      .update(policySections)
      .set({ body, revision, editedBy: ctx.actor.person.id, editedAt: ctx.now })
      .where(
        and(
          eq(policySections.policyId, policyId),
          eq(policySections.anchor, anchor),
          eq(policySections.revision, typed.revision),
        ),
      )
      .returning({ id: policySections.id })
    if (saved.length === 0) throw await lostRace(tx, ctx, section)

    await tx
      .update(policies)
      .set({ editedBy: ctx.actor.person.id, editedAt: ctx.now })
      .where(eq(policies.id, policyId))
    const { editedById, editedAt } = section
    // Before the first save it is the template's.
    const last = section.revision > 0 ? { editedBy: editedById, editedAt } : null
    if (beginsASitting(ctx, last)) {
      const { actor, now, origin } = ctx
      const facts = { anchor, revision }
      await recordEvent(tx, {
        kind: 'policy.edited',
        actor,
        at: now,
        origin,
        venueId,
        subjectId: policyId,
        text: body,
        facts,
      })
    }
    return { revision, savedAt: ctx.now.getTime() }
  })
}

async function lostRace(tx: Tx, { actor }: Context, section: Section): Promise<Conflict> {
  const { timeZone } = await programOf(tx)
  const at = formatTime(section.editedAt, timeZone)
  const who =
    section.editedById === actor.person.id
      ? `You saved this section in another window at ${at}.`
      : `${section.editedBy} saved this section at ${at}, while you had it open.`
  return new Conflict(
    `${who} Both texts are here and nothing is lost: take what you want from theirs into yours, and save.`,
    { body: section.body, revision: String(section.revision) },
  )
}
