import { eq } from 'drizzle-orm'
import type { z } from 'zod/mini'
import type { Tx } from '~db/open.server'
import { lexicons } from '~db/schema'
import { isUniqueViolation } from '~db/violations.server'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, Invalid, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import { canKeepLexicon } from '../permissions/desk'
import { permit } from '../permissions/permission'
import { currentLexicon, originalLexicon } from './lexicon.server'
import type { LexiconEntryForm } from './lexicon-forms'
import type { LexiconEntry } from './standard-set'

type Entries = readonly LexiconEntry[]
type Next = { entries: LexiconEntry[]; change: string }

/** Adds an entry to the lexicon, or changes one; it makes a new version, and letters use it at once. */
export function saveLexiconEntry(
  ctx: Context,
  typed: z.output<typeof LexiconEntryForm>,
): Promise<void> {
  return publish(ctx, typed.version, (entries) => {
    const { at } = typed
    const others = entries.filter((_, place) => place !== at)
    if (at !== null && others.length === entries.length) throw new NotFound()
    const entry = entryOf(typed)
    const taken = new Set(others.flatMap(({ avoid }) => avoid.map((words) => words.toLowerCase())))
    const twice = entry.avoid.find((words) => taken.has(words.toLowerCase()))
    if (twice)
      throw new Invalid({ avoid: `“${twice}” is in the lexicon already, in another place.` })
    const named = `“${entry.avoid[0]}”`
    return at === null
      ? { entries: [entry, ...entries], change: `Added ${named}` }
      : { entries: entries.with(at, entry), change: `Changed ${named}` }
  })
}

/** Takes an entry out; the versions before still have it. */
export function takeOutLexiconEntry(ctx: Context, version: number, at: number): Promise<void> {
  return publish(ctx, version, (entries) => {
    const entry = entries[at]
    if (!entry) throw new NotFound()
    if (entries.length === 1) throw new Invalid({ '': 'The lexicon needs one entry at least.' })
    return { entries: entries.toSpliced(at, 1), change: `Took out “${entry.avoid[0]}”` }
  })
}

/** Makes an earlier version the newest again, as a version of its own. */
export function goBackToLexicon(ctx: Context, version: number, to: number): Promise<void> {
  return publish(ctx, version, async (_, tx) => {
    if (to === version) throw new Invalid({ '': 'This version is in use already.' })
    if (to === 0) {
      return { entries: [...(await originalLexicon(tx))], change: 'Went back to the first lexicon' }
    }
    const [row] = await tx.select().from(lexicons).where(eq(lexicons.version, to))
    if (!row) throw new NotFound()
    return { entries: row.content, change: `Went back to version ${to}` }
  })
}

function publish(
  ctx: Context,
  seen: number,
  next: (entries: Entries, tx: Tx) => Next | Promise<Next>,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canKeepLexicon(actor))
    const before = await currentLexicon(tx)
    if (before.version !== seen) throw new Conflict(changedMeanwhile)
    const { entries, change } = await next(before.entries, tx)
    const version = seen + 1
    try {
      await tx.insert(lexicons).values({
        ...{ version, content: entries, change, personId: actor.person.id, publishedAt: now },
      })
    } catch (error) {
      if (isUniqueViolation(error)) throw new Conflict(changedMeanwhile)
      throw error
    }
    await recordEvent(tx, {
      kind: 'lexicon.changed',
      ...{ actor, at: now, origin, text: JSON.stringify(entries), facts: { version } },
    })
  })
}

function entryOf(typed: z.output<typeof LexiconEntryForm>): LexiconEntry {
  const { avoid, first, second, except, kind, reason, ofTheirs } = typed
  return {
    avoid,
    try: [first, second].filter(Boolean),
    kind,
    reason,
    ...(except.length > 0 && { except }),
    ...(ofTheirs && { ofTheirs }),
  }
}

const changedMeanwhile =
  'Somebody changed the lexicon while you had this page open. What you typed is still here: open the lexicon once more and look whether it is still needed.'
