import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '~db/open.server'
import type { Day } from '../dates'
import { hasThreads, inThread, type ThreadTask } from '../in-thread.server'
import { programOf, todayIn } from '../standards/program.server'
import { haveLongTeams } from '../training/long-teams.server'
import { countVenues } from './count-venues.server'
import { keepCounts } from './keep-counts.server'
import { type ClockMoves, moveByClock } from './move-by-clock.server'
import { markUncounted, waitingToBeCounted } from './waiting-venues.server'

/** So many venues at once: a page that waits for the database waits a few hundredths of a second. */
const chunk = 25

/** Between two chunks pages are answered for so many milliseconds, however long the line is. */
const forOthers = 20

export type Refreshed = ClockMoves & { counted: number }

/**
 * Counts again the venues that something happened with, and those that a new day changes, and moves
 * their applications with the clock. Each chunk is read and kept in one transaction, so that a deed
 * in between is in the count or waits in the line for the next. Doing it twice changes nothing.
 */
export async function refreshStandings(
  db: Database,
  now: Date,
  stopped: () => boolean = () => false,
): Promise<Refreshed> {
  const done = { counted: 0, lapsed: 0, refreshed: 0 }
  const today = await todayIn(db, now)
  while (!stopped() && (await waitingToBeCounted(db, today, 1)).length > 0) {
    const { counted, lapsed, refreshed } = await nextChunk(db, now, today)
    done.counted += counted
    done.lapsed += lapsed
    done.refreshed += refreshed
    await pause(forOthers)
  }
  return done
}

/** Puts in the line the venues that take part and were never counted: once when the clock starts. */
export async function countForTheFirstTime(db: Database, now: Date): Promise<void> {
  await db.transaction((tx) => markUncounted(tx, now))
}

/** A chunk with a long team in it is counted in a thread of its own: on this one all pages would wait for it. */
async function nextChunk(db: Database, now: Date, today: Day): Promise<Refreshed> {
  if (!hasThreads || !(await haveLongTeams(db, await waitingToBeCounted(db, today, chunk)))) {
    return refreshChunk(db, now)
  }
  const task: StandingsTask = { file: db.file, now }
  return inThread<Refreshed>('standings-thread', task)
}

export type StandingsTask = ThreadTask & { now: Date }

/** Counts what waits first, in one transaction. */
export function refreshChunk(db: Database, now: Date): Promise<Refreshed> {
  return db.transaction(async (tx) => {
    const program = await programOf(tx)
    const today = await todayIn(tx, now)
    const venueIds = await waitingToBeCounted(tx, today, chunk)
    if (venueIds.length === 0) return { counted: 0, lapsed: 0, refreshed: 0 }
    const counted = await countVenues(tx, venueIds, program, today)
    const moves = await moveByClock(tx, counted, now)
    await keepCounts(tx, counted, { now, today })
    return { ...moves, counted: counted.size }
  })
}
