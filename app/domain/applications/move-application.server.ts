import { and, eq } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { applications } from '~db/schema'
import type { ApplicationState } from '~db/vocabulary'
import { Conflict } from '../errors'
import { type Move, stateAfter } from './application'
import type { Application } from './queries.server'

type Moved = Pick<Application, 'id' | 'state' | 'pausedFrom' | 'revision'>
type Row = typeof applications.$inferInsert
export type Changes = Partial<Pick<Row, 'liaisonId' | 'hearBy' | 'pauseWords' | 'askAgainOn'>>

/** Why a venue paused and when it wants to be asked again end with the pause. */
const noPauseNote = { pauseWords: null, askAgainOn: null, askedAgainAt: null }

/** Moves an application on, by compare-and-set, and answers its new state. When somebody else moved it first, it is a Conflict. */
export async function moveApplication(
  tx: Tx,
  application: Moved,
  move: Move,
  now: Date,
  changes: Changes = {},
): Promise<ApplicationState> {
  const state = stateAfter(move, application.state, application.pausedFrom)
  const moved = await tx
    .update(applications)
    .set({
      ...noPauseNote,
      ...changes,
      state,
      stateSince: now,
      pausedFrom: move === 'pause' ? application.state : null,
      revision: application.revision + 1,
    })
    .where(
      and(eq(applications.id, application.id), eq(applications.revision, application.revision)),
    )
    .returning({ id: applications.id })
  if (moved.length === 0) {
    throw new Conflict(
      'Somebody else moved this application on a moment ago. Here is where it stands now.',
    )
  }
  return state
}
