import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import { permit, permitProved } from '../permissions/permission'
import { canReadRecord } from '../permissions/record'
import { fitting, type RecordFilter } from './record-filter.server'
import { asLine, linesWhere } from './record-page.server'

/** A file of the record holds at most so many events. */
export const mostRows = 10_000

/**
 * What of the record fits, the newest first, for a file: at most 10,000 events, and whether there are
 * more. Asks for a proof of who it is, and records that it was downloaded, with how many and what was asked for.
 */
export function exportRecord(ctx: Context, filter: RecordFilter, timeZone: string) {
  permit(canReadRecord(ctx.actor))
  permitProved(ctx)
  return deed({ ...ctx, origin: { ...ctx.origin, submission: null } }, async (tx) => {
    const found = await linesWhere(tx, fitting(tx, filter, timeZone)).limit(mostRows + 1)
    const rows = found.slice(0, mostRows)
    const { group, person, venue, from, until } = filter
    await recordEvent(tx, {
      ...{ kind: 'export.record', actor: ctx.actor, at: ctx.now, origin: ctx.origin },
      facts: { rows: rows.length, group, person, venue, from, until },
    })
    return { lines: rows.map(asLine), cut: found.length > mostRows }
  })
}
