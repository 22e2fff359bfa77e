import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { paths } from '~/paths'
import type { Reader } from '~db/open.server'
import { responses } from '~db/schema'
import type { Reading } from '../context'
import type { ApplicationId } from '../ids'
import { goingAlong, sinceLastShare } from './since-last-share.server'
import type { Workspace } from './workspace.server'

/** The letters of an application, the newest first. */
export function sentLetters(db: Reader, applicationId: ApplicationId) {
  return db
    .select({
      id: responses.id,
      roundId: responses.roundId,
      area: responses.area,
      sentAt: responses.sentAt,
    })
    .from(responses)
    .where(and(eq(responses.applicationId, applicationId), isNotNull(responses.sentAt)))
    .orderBy(desc(responses.sentAt))
}

/**
 * The two ways on once a letter is here: an answer without a share, or another share, with what changed
 * since the last one. Null while it is not the venue's turn.
 */
export async function waysOn(reading: Reading, workspace: Workspace) {
  const { application, venue } = workspace
  if (application?.state !== 'in_conversation') return null
  const [letter] = await sentLetters(reading.db, application.id)
  const since = await sinceLastShare(reading, workspace, await goingAlong(reading, workspace))
  if (!letter || !since) return null
  return {
    ...since,
    answerTo: `${paths.letter(venue.id, letter.id)}#replies`,
    shareTo: paths.share(venue.id),
  }
}

export type WaysOn = NonNullable<Awaited<ReturnType<typeof waysOn>>>
