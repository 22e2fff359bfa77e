import type { Env } from '~/env.server'
import { errorFacts, type Log } from '~/log.server'
import type { Database } from '~db/open.server'
import { allJobs, type Done, type Job } from './all-jobs.server'

const rest = 1_000

type Parts = { db: Database; env: Env; log: Log }
type Line = { stop(): Promise<void> }

/** Starts what the clock starts, in this process: mail in one line, everything else in another. */
export function startJobs({ db, env, log }: Parts): Line {
  const jobs = allJobs({ db, env, log, clock: () => new Date() })
  const lines = [jobs.filter(({ beside }) => beside), jobs.filter(({ beside }) => !beside)].map(
    (line) => startLine(line, log),
  )
  return {
    async stop() {
      await Promise.all(lines.map((line) => line.stop()))
    },
  }
}

/**
 * Runs some jobs one after the other. A round begins a second after the one before has ended; looking
 * is a few indexed reads, and the timer keeps no process alive.
 */
function startLine(jobs: readonly Job[], log: Log): Line {
  const ranAt = new Map<Job, number>()
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()

  async function work() {
    for (const job of jobs) {
      if (stopped) break
      const ran = ranAt.get(job)
      if (ran !== undefined && Date.now() - ran < job.every) continue
      ranAt.set(job, Date.now())
      await kept(job)
    }
    if (!stopped) schedule()
  }

  /** One job's failure is logged, and stops neither the others nor the next round. */
  async function kept({ name, run }: Job) {
    try {
      const done = await run(() => stopped)
      if (didSomething(done)) log.info({ event: 'job.done', job: name, ...done })
    } catch (error) {
      log.error({ event: 'job.failed', job: name, ...errorFacts(error, log.level) })
    }
  }

  function schedule() {
    timer = setTimeout(() => {
      round = work()
    }, rest)
    timer.unref()
  }

  schedule()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}

/** Mails that went out have a line of their own each. */
function didSomething({ sent = 0, ...done }: Done): boolean {
  return sent === 0 && Object.values(done).some((count) => count > 0)
}
