import { eq } from 'drizzle-orm'
import { formatTime } from '~/words/en/format'
import type { Tx } from '~db/open.server'
import { evidence } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, Invalid, NotFound } from '../errors'
import { newId, type VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { programOf } from '../standards/program.server'
import { type BegunTyped, begunFields } from './begun-form'
import { refuseCertificateDate } from './certificate-date'
import { draftFor } from './draft.server'
import { begunHere, refuseUnseen, standingHere } from './take-place.server'
import { evidenceRowFor } from './workspace-given.server'

/**
 * Keeps what is typed so far into the form of one kind of evidence, for the whole team of the venue. It lies
 * aside from the first, so that nothing ever counts, shares or freezes it, and goes when the form is added.
 */
export function keepBegun(
  ctx: Context,
  venueId: VenueId,
  { code, kind }: { code: string; kind: string },
  typed: BegunTyped,
): Promise<{ revision: number; savedAt: number }> {
  return deed(ctx, async (tx) => {
    const { application, set, standard } = await draftFor(tx, ctx.actor, venueId, code)
    permit(canWorkOnDrafts(ctx.actor, venueId))
    const ask = standard.evidence.find((each) => each.kind === kind)
    const names = ask && begunFields[ask.kind]
    if (!ask) throw new NotFound()
    if (!names)
      throw new Invalid({ '': 'A file or a policy is added at once, and not kept half filled.' })
    refuseCertificateDate(application, set, { standard: code, kind: ask.kind })
    const place = { applicationId: application.id, code, kind: ask.kind }
    await refuseUnseen(tx, ctx, await standingHere(tx, place), typed.replaces)

    const fields = Object.fromEntries(
      names.flatMap((name) => (typed[name] ? [[name, typed[name]]] : [])),
    )
    const before = await begunHere(tx, place)
    const begun = before?.facts.begun
    if (before && begun && JSON.stringify(begun.fields) === JSON.stringify(fields)) {
      return { revision: begun.revision, savedAt: before.addedAt.getTime() }
    }
    if (typed.revision !== `${begun?.revision ?? ''}`) throw await lostRace(tx, ctx, before)
    const revision = begun ? begun.revision + 1 : 0
    const row = {
      facts: { begun: { fields, revision } },
      ...{ addedBy: ctx.actor.person.id, addedAt: ctx.now, removedAt: ctx.now },
    }
    if (before) await tx.update(evidence).set(row).where(eq(evidence.id, before.id))
    else {
      const { applicationId, kind: asked } = place
      const id = newId('evi')
      await tx
        .insert(evidence)
        .values({ id, applicationId, standard: code, kind: asked, words: '', ...row })
    }
    return { revision, savedAt: ctx.now.getTime() }
  })
}

async function lostRace(
  tx: Tx,
  { actor }: Context,
  before: typeof evidence.$inferSelect | undefined,
) {
  const { fields = {}, revision = '' } = before?.facts.begun ?? {}
  const row = before && (await evidenceRowFor(tx, before.id))
  const { timeZone } = await programOf(tx)
  const at = row ? formatTime(row.addedAt, timeZone) : ''
  const who = !row
    ? 'This form was begun anew.'
    : before.addedBy === actor.person.id
      ? `You filled this form in another window at ${at}.`
      : `${row.givenBy ?? 'Somebody'} filled this form at ${at}, while you had it open.`
  return new Conflict(
    `${who} Both are here and nothing is lost: take what you want from theirs into yours, and keep it.`,
    { words: Object.values(fields).join('\n'), revision: String(revision) },
  )
}
