import { json } from '@remix-run/node'
import type { Context } from '~/domain/context'
import { programOf } from '~/domain/standards/program.server'
import { formatTime } from '~/words/en/format'

/** What a draft that saves itself hears: when it was saved, and what it starts from next. */
export async function savedHere(
  { db }: Context,
  { revision, savedAt }: { revision: number; savedAt: number },
) {
  const { timeZone } = await programOf(db)
  const words = `Saved ${formatTime(new Date(savedAt), timeZone)}`
  return json({ saved: { words, revision: String(revision) } })
}
