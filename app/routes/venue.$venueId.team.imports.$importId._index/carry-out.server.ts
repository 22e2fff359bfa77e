import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from '~/domain/context'
import { Conflict, Invalid, NotPermitted } from '~/domain/errors'
import type { ImportId, VenueId } from '~/domain/ids'
import { recountSignatures } from '~/domain/readings/recounted.server'
import { confirmRosterImport } from '~/domain/training/confirm-roster-import.server'
import { failRosterImport } from '~/domain/training/fail-roster-import.server'
import { forgetRosterFiles } from '~/domain/training/forget-roster-files.server'
import { importRoster } from '~/domain/training/import-roster.server'
import type { RosterAnswersGiven } from '~/domain/training/preview-roster.server'
import { type TellProgress, withProgress } from '~/domain/training/roster-progress.server'
import { isLongList, rosterWork } from '~/domain/training/roster-thread.server'
import { forgetFile } from '~/files/store.server'
import { errorFacts, log } from '~/log.server'
import { importBroke } from '~/words/en/training'

type Confirmed = {
  venueId: VenueId
  importId: ImportId
  bytes: Uint8Array | null
  answers: RosterAnswersGiven
  seen: string
}

/** Carries out a confirmed import: a short list at once, a long one after the answer, by itself. */
export async function carryOut(ctx: Context, confirmed: Confirmed): Promise<void> {
  const { venueId, importId, bytes, answers } = confirmed
  if (!bytes || !isLongList(bytes)) return importNow(ctx, confirmed)
  const begins = await confirmRosterImport(ctx, venueId, importId, answers)
  if (begins) void importByItself(ctx, confirmed)
}

async function importByItself(ctx: Context, confirmed: Confirmed): Promise<void> {
  // The form was answered with the confirmation; what follows is a deed of its own.
  const own = { ...ctx, origin: { ...ctx.origin, submission: null } }
  try {
    await withProgress(confirmed.importId, (tell) => importNow(own, confirmed, tell))
  } catch (error) {
    const isBug = !isForAPerson(error)
    if (isBug) log.error({ event: 'roster.import_failed', ...errorFacts(error, log.level) })
    await keepFailure(ctx, confirmed.importId, isBug ? importBroke : error.message)
  }
}

async function importNow(ctx: Context, confirmed: Confirmed, tell?: TellProgress): Promise<void> {
  const { venueId, importId, bytes, ...upload } = confirmed
  if (bytes) await rosterWork(ctx, { kind: 'write', ...confirmed, bytes }, tell)
  else await importRoster(ctx, venueId, importId, { ...upload, bytes })
  await recountSignatures(ctx, venueId)
  // The import is done whatever becomes of the file; the next upload sweeps again.
  await forgetRosterFiles(ctx.db, ctx.now, forgetFile).catch(() => 0)
}

/** A full disk or a long lock may stand in the way of this too; while it does, the page waits. */
async function keepFailure({ db }: Context, importId: ImportId, why: string): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    try {
      return await failRosterImport(db, importId, why)
    } catch (error) {
      log.warn({ event: 'roster.failure_not_kept', ...errorFacts(error, log.level) })
      await pause(5_000, undefined, { ref: false })
    }
  }
}

function isForAPerson(error: unknown): error is Error {
  const isDomain =
    error instanceof Conflict || error instanceof Invalid || error instanceof NotPermitted
  return isDomain || (error instanceof Error && error.name === 'DatabaseBusy')
}
