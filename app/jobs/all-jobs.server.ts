import { forgetOldRows } from '~/domain/accounts/forget-old-rows.server'
import { askAgain } from '~/domain/applications/ask-again.server'
import { nothingLoose, sweepFiles } from '~/domain/policies/sweep-files.server'
import { keepRetention } from '~/domain/privacy/keep-retention.server'
import { recountAfterFirstDays } from '~/domain/readings/recounted.server'
import { checkRecord } from '~/domain/record/check-record.server'
import { sendDueReminders } from '~/domain/reminders/send-due-reminders.server'
import { countForTheFirstTime, refreshStandings } from '~/domain/standings/refresh-standings.server'
import { forgetRosterFiles } from '~/domain/training/forget-roster-files.server'
import { remindOfNights } from '~/domain/zones/remind-of-nights.server'
import { tellVenuesOfZones } from '~/domain/zones/tell-zones.server'
import type { Env } from '~/env.server'
import { heldStorage, storage } from '~/files/storage.server'
import { forgetFile } from '~/files/store.server'
import type { Log } from '~/log.server'
import { transportFor } from '~/mail/transport.server'
import type { Database } from '~db/open.server'
import { deliverOutbox } from './deliver-outbox.server'
import { scanHeldFiles } from './scan-held-files.server'

/** What a job did, each with its count. */
export type Done = Readonly<Record<string, number>>

export type Job = {
  name: string
  /** It is looked after again this many milliseconds later; 0: in each round. */
  every: number
  /** Runs beside the others: somebody who waits for a sign-in code does not wait for figures. */
  beside?: true
  run: (stopped: () => boolean) => Promise<Done>
}

const minute = 60_000
const quarter = 15 * minute
const hour = 60 * minute

type Parts = { db: Database; env: Env; log: Pick<Log, 'info' | 'warn'>; clock: () => Date }

/**
 * Everything that the clock starts, in its order: what is counted is known before anybody is
 * reminded of it, and what was queued goes out last.
 */
export function allJobs({ db, env, log, clock }: Parts): Job[] {
  let loose = nothingLoose
  const delivery = { db, transport: transportFor(env), log, publicUrl: env.publicUrl, clock }
  return [
    {
      name: 'mark-uncounted',
      every: hour,
      run: async () => {
        await countForTheFirstTime(db, clock())
        return {}
      },
    },
    {
      name: 'recount-signatures',
      every: hour,
      run: async () => ({ venues: await recountAfterFirstDays(db, clock()) }),
    },
    {
      name: 'refresh-standings',
      every: 0,
      run: (stopped) => refreshStandings(db, clock(), stopped),
    },
    {
      name: 'tell-zones',
      every: minute,
      run: async () => ({ told: await tellVenuesOfZones(db, clock()) }),
    },
    {
      name: 'remind-of-nights',
      every: minute,
      run: async () => ({ mails: await remindOfNights(db, clock()) }),
    },
    {
      name: 'send-due-reminders',
      every: quarter,
      run: async (stopped) => ({ mails: await sendDueReminders(db, clock(), stopped) }),
    },
    {
      name: 'ask-again',
      every: quarter,
      run: async () => ({ venues: await askAgain(db, clock()) }),
    },
    {
      name: 'deliver-outbox',
      every: 0,
      beside: true,
      run: async (stopped) => ({ sent: await deliverOutbox(delivery, stopped) }),
    },
    {
      name: 'check-record',
      every: hour,
      run: async () => {
        const { findings } = await checkRecord(db, clock())
        for (const { what, sequence, id } of findings.slice(0, 20)) {
          log.warn({ event: 'record.broken', what, sequence, id })
        }
        return { problems: findings.length }
      },
    },
    {
      name: 'forget-old-rows',
      every: hour,
      run: async () => {
        await forgetOldRows(db, clock())
        return {}
      },
    },
    {
      name: 'keep-retention',
      every: hour,
      run: () => keepRetention(db, clock(), forgetFile),
    },
    {
      name: 'scan-held-files',
      every: minute,
      run: () => scanHeldFiles(db, env.clamd),
    },
    {
      name: 'forget-roster-files',
      every: hour,
      run: async () => ({ files: await forgetRosterFiles(db, clock(), forgetFile) }),
    },
    {
      name: 'sweep-files',
      every: 6 * hour,
      run: async () => {
        const store = { storedBefore: storedAnywhere, forget: forgetFile }
        const swept = await sweepFiles(db, clock(), store, loose)
        loose = swept.loose
        return { listed: loose.files.size + loose.keys.size, removed: swept.removed }
      },
    },
  ]
}

async function* storedAnywhere(moment: Date): AsyncGenerator<string> {
  yield* storage.storedBefore(moment)
  yield* heldStorage.storedBefore(moment)
}
