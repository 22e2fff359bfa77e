import { and, eq, isNotNull } from 'drizzle-orm'
import { formatDay, formatDayOf } from '~/words/en/format'
import type { Reader } from '~db/open.server'
import { responses } from '~db/schema'
import type { Reading } from '../context'
import { canShare } from '../permissions/venue'
import { isOpen, standsAccredited } from './application'
import { accreditedUntil, type OwnApplication } from './queries.server'
import { roundsOf } from './rounds.server'
import { isSomething } from './share-selection'
import { goingAlong, sinceLastShare } from './since-last-share.server'
import type { Workspace } from './workspace.server'

/**
 * What an accredited venue could share as a change: the standards on which something is different from
 * what it shared last. What is gone without anything in its place has nothing to go along.
 */
export async function changesToShare(reading: Reading, workspace: Workspace) {
  const along = await goingAlong(reading, workspace)
  const since = await sinceLastShare(reading, workspace, along)
  const choices = (since?.standards ?? []).flatMap((changed) => {
    const own = along.find(({ work }) => work.standard.code === changed.code)
    return own && isSomething(own) ? { ...changed, along: own } : []
  })
  return { choices, everything: along, sharedOn: since?.sharedOn ?? '' }
}

/** Why no change can be shared now; null when it can. The page and the deed both ask here. */
export async function amendHindrance(
  { db, actor }: Reading,
  { application, venue, today, timeZone }: Workspace,
): Promise<string | null> {
  if (!application || !standsAccredited(application.state)) {
    return application && isOpen(application.state)
      ? 'Your application is under way, so what you changed goes along when you share it.'
      : 'A change is shared on its own while your venue is accredited.'
  }
  const until = await accreditedUntil(db, venue.id)
  if (!until || until < today) {
    return 'Your certificate has come to its end. A new application begins with all that you shared.'
  }
  const waiting = await waitingAmendment(db, application)
  if (waiting) {
    const on = formatDayOf(waiting.sharedAt, timeZone)
    return `Your liaison is reading the change that you shared on ${on}. You hear by ${formatDay(waiting.hearBy)}, and can share another one then.`
  }
  const may = canShare(actor, venue.id)
  return may.allowed ? null : may.reason
}

/** The change that a venue shared and has not heard about; null where none waits. */
export async function waitingAmendment(db: Reader, { id }: Pick<OwnApplication, 'id'>) {
  const [newest] = await roundsOf(db, id)
  if (!newest?.amendment) return null
  const [answer] = await db
    .select({ id: responses.id })
    .from(responses)
    .where(and(eq(responses.roundId, newest.id), isNotNull(responses.sentAt)))
  return answer ? null : newest
}
