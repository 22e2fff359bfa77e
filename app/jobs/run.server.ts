import type { Env } from '~/env.server'
import { errorFacts, type Log } from '~/log.server'
import { transportFor } from '~/mail/transport.server'
import type { Database } from '~db/open.server'
import { deliverOutbox } from './deliver-outbox.server'

const rest = 1_000

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

  async function work() {
    try {
      await deliverOutbox(delivery, () => stopped)
    } catch (error) {
      log.error({ event: 'job.failed', job: 'deliver-outbox', ...errorFacts(error, log.level) })
    }
    if (!stopped) schedule()
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
