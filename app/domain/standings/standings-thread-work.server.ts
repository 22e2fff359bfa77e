import { answerAsThread } from '../thread-work.server'
import { type Refreshed, refreshChunk, type StandingsTask } from './refresh-standings.server'

/** The thread in which venues are counted whose teams are long. */
await answerAsThread<StandingsTask, never, Refreshed>((db, { now }) => refreshChunk(db, now))
