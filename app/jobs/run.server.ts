import { forgetOldRows } from '~/domain/accounts/forget-old-rows.server'
import { forgetRosterFiles } from '~/domain/training/forget-roster-files.server'
import type { Env } from '~/env.server'
import { forgetFile } from '~/files/store.server'
import { errorFacts, type Log } from '~/log.server'
import { transportFor } from '~/mail/transport.server'
import type { Database } from '~db/open.server'
import { deliverOutbox } from './deliver-outbox.server'

const rest = 1_000
const hour = 3_600_000

/**
 * Starts what the clock starts, in this process. A round begins a second after the one before has
 * ended; looking is one indexed read, and the timer keeps no process alive.
 */
export function startJobs({ db, env, log }: { db: Database; env: Env; log: Log }): {
  stop(): Promise<void>
} {
  const transport = transportFor(env)
  const delivery = { db, transport, log, publicUrl: env.publicUrl, clock: () => new Date() }
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()

  let tidiedAt = 0

  async function work() {
    await kept('deliver-outbox', async () => {
      await deliverOutbox(delivery, () => stopped)
    })
    if (Date.now() - tidiedAt > hour) {
      tidiedAt = Date.now()
      await kept('forget-old-rows', () => forgetOldRows(db, new Date()))
      await kept('forget-roster-files', async () => {
        await forgetRosterFiles(db, new Date(), forgetFile)
      })
    }
    if (!stopped) schedule()
  }

  /** One job's failure is logged, and stops neither the others nor the next round. */
  async function kept(job: string, run: () => Promise<void>) {
    try {
      await run()
    } catch (error) {
      log.error({ event: 'job.failed', job, ...errorFacts(error, log.level) })
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
