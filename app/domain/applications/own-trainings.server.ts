import { and, desc, eq } from 'drizzle-orm'
import { formatDay } from '~/words/en/format'
import { ownTrainingNames, ownTrainingWords } from '~/words/en/own-trainings'
import type { Reader } from '~db/open.server'
import { ownTrainings } from '~db/schema'
import { type OwnTrainingKind, ownTrainingKinds } from '~db/vocabulary'
import type { Context, Reading } from '../context'
import { addMonths, type Day, daysBetween } from '../dates'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { newId, type OwnTrainingId, type PersonId } from '../ids'
import { canOpenDesk } from '../permissions/desk'
import { permit } from '../permissions/permission'
import { todayIn } from '../standards/program.server'

/** Where no end is printed. */
const goodForMonths = 24
/** So many days before its end, the desk says so. */
const saidBefore = 60

/** The trainings of one reviewer, the newest first. The caller may see them: they are one's own, or asked for by a coordinator. */
export async function ownTrainingsOf(db: Reader, personId: PersonId, today: Day) {
  const rows = await db
    .select()
    .from(ownTrainings)
    .where(eq(ownTrainings.personId, personId))
    .orderBy(desc(ownTrainings.completedOn), desc(ownTrainings.id))
  return rows.map(({ id, kind, completedOn, expiresOn }) => ({
    id,
    name: ownTrainingNames[kind],
    completedOn: formatDay(completedOn),
    ends: ownTrainingWords.ends(expiresOn, daysBetween(today, expiresOn)),
  }))
}

/** What runs out within 60 days or has run out, a sentence each. What was never done is not asked for here. */
export async function trainingsRunningOut({ db, actor, now }: Reading): Promise<string[]> {
  const today = await todayIn(db, now)
  const rows = await db
    .select({ kind: ownTrainings.kind, expiresOn: ownTrainings.expiresOn })
    .from(ownTrainings)
    .where(eq(ownTrainings.personId, actor.person.id))
  const ends = new Map<OwnTrainingKind, Day>()
  for (const { kind, expiresOn } of rows) {
    if (expiresOn > (ends.get(kind) ?? '')) ends.set(kind, expiresOn)
  }
  return ownTrainingKinds.flatMap((kind) => {
    const end = ends.get(kind)
    if (!end || daysBetween(today, end) > saidBefore) return []
    return ownTrainingWords.runsOut(ownTrainingNames[kind], end, end < today)
  })
}

export type NewOwnTraining = { kind: OwnTrainingKind; completedOn: Day; expiresOn: Day | null }

/** Adds a training that a reviewer did for this work. The printed end wins over two years after. */
export function addOwnTraining(ctx: Context, training: NewOwnTraining): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canOpenDesk(actor))
    const { kind, completedOn } = training
    if (completedOn > (await todayIn(tx, now))) {
      throw new Invalid({ completedOn: 'This day is still to come. Add it once you were there.' })
    }
    const expiresOn = training.expiresOn ?? addMonths(completedOn, goodForMonths)
    if (expiresOn <= completedOn) {
      throw new Invalid({ expiresOn: 'It would end before it was completed. Check both dates.' })
    }
    const id = newId('otr')
    const personId = actor.person.id
    await tx
      .insert(ownTrainings)
      .values({ id, personId, kind, completedOn, expiresOn, addedAt: now })
    await recordEvent(tx, {
      kind: 'liaison.training_added',
      ...{ actor, at: now, origin, subjectId: id, facts: { kind, completedOn, expiresOn } },
    })
  })
}

/** Takes one of one's own trainings off the list; anybody else's is not on it. */
export function removeOwnTraining(ctx: Context, id: OwnTrainingId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canOpenDesk(actor))
    const removed = await tx
      .delete(ownTrainings)
      .where(and(eq(ownTrainings.id, id), eq(ownTrainings.personId, actor.person.id)))
      .returning({ kind: ownTrainings.kind })
    if (removed.length === 0) throw new Invalid({ id: 'Choose one of the trainings on your list.' })
    const facts = { kind: removed[0]?.kind ?? null }
    await recordEvent(tx, {
      kind: 'liaison.training_removed',
      ...{ actor, at: now, origin, subjectId: id, facts },
    })
  })
}
