import type { Context } from './context'
import type { PersonId } from './ids'

const sitting = 30 * 60_000

/** A draft saves itself every few seconds; one event for each sitting of one person is enough. */
export function beginsASitting(
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  last: { editedBy: PersonId; editedAt: Date } | null,
): boolean {
  if (last?.editedBy !== actor.person.id) return true
  return now.getTime() - last.editedAt.getTime() > sitting
}
