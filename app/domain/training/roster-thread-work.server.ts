import { answerAsThread } from '../thread-work.server'
import type { RosterProgress } from './roster-progress.server'
import type { RosterTask } from './roster-thread.server'
import { doRosterWork, type RosterResult, type RosterWork } from './roster-work.server'

/** The thread in which one long staff list is read, shown or written. */
await answerAsThread<RosterTask, RosterProgress, RosterResult[RosterWork['kind']]>(
  (db, { by, work }, tell) => doRosterWork({ db, ...by }, work, tell),
)
