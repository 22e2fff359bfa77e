import { and, desc, eq, sql } from 'drizzle-orm'
import type { Reader, Tx } from '~db/open.server'
import { phrases } from '~db/schema'
import type { ResponseDraft } from '~db/schema/feedback'
import type { Context, Reading } from '../context'
import { deed } from '../deed.server'
import type { PersonId } from '../ids'
import { canOpenDesk } from '../permissions/desk'
import { permit } from '../permissions/permission'
import { phrasesIn } from './phrases'

/** Learns from what a liaison sends: what they keep in more letters stands higher in their own list. */
export async function keepPhrases(
  tx: Tx,
  personId: PersonId,
  { draft, venue }: { draft: ResponseDraft; venue: string },
  now: Date,
): Promise<void> {
  for (const { place, words } of phrasesIn(draft, venue)) {
    await tx
      .insert(phrases)
      .values({ personId, place, words, kept: 1, lastAt: now })
      .onConflictDoUpdate({
        target: [phrases.personId, phrases.place, phrases.words],
        set: { kept: sql`${phrases.kept} + 1`, lastAt: now },
      })
  }
}

/** A person's own phrases, by place, what they keep most often first; at most eight of each place. */
export async function phrasesOf(db: Reader, personId: PersonId) {
  const rows = await db
    .select({ place: phrases.place, words: phrases.words, kept: phrases.kept })
    .from(phrases)
    .where(eq(phrases.personId, personId))
    .orderBy(desc(phrases.kept), desc(phrases.lastAt), phrases.words)
    .limit(200)
  const found: Record<string, string[]> = {}
  for (const { place, words } of rows) {
    const list = found[place] ?? []
    found[place] = list
    if (list.length < 8) list.push(words)
  }
  return found
}

/** All of one's own phrases with how often they were kept. */
export function ownPhrases({ db, actor }: Reading) {
  permit(canOpenDesk(actor))
  return db
    .select({ place: phrases.place, words: phrases.words, kept: phrases.kept })
    .from(phrases)
    .where(eq(phrases.personId, actor.person.id))
    .orderBy(phrases.place, desc(phrases.kept), phrases.words)
}

/** Takes a phrase out of one's own list; letters that hold it stay as they are. */
export function forgetPhrase(
  ctx: Context,
  { place, words }: { place: string; words: string },
): Promise<void> {
  return deed(ctx, async (tx) => {
    permit(canOpenDesk(ctx.actor))
    const { id } = ctx.actor.person
    await tx
      .delete(phrases)
      .where(and(eq(phrases.personId, id), eq(phrases.place, place), eq(phrases.words, words)))
  })
}
