import { and, eq, gt, inArray } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { isOneOf, letOthersIn, rowsAtOnce } from '~db/rows.server'
import {
  licenseChanges,
  licenseImports,
  licenseListings,
  venueChanges,
  venueStandings,
  venues,
} from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { ImportId } from '../ids'
import { permit } from '../permissions/permission'
import { canImportLicenses } from '../permissions/venue'
import { licenseImportFor } from './preview-licenses.server'
import { putListingsBack } from './put-listings-back.server'
import { type Hindrance, hindranceOf } from './undo-plan.server'
import { untouchedSince } from './untouched-venues.server'
import { setVanished } from './write-listings.server'

/**
 * Takes the newest import of a license list back, in one transaction: venues with which nothing has
 * happened go, changed fields go back where nobody edited them since, and so do the marks. A second
 * time does nothing and is no error.
 */
export function undoLicenses(ctx: Context, id: ImportId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canImportLicenses(actor))
    const hindrance = await hindranceOf(tx, await licenseImportFor({ db: tx, actor, now }, id))
    if (hindrance?.is === 'undone') return
    if (hindrance) throw new Conflict(hindranceSentences[hindrance.is])

    const removed = await removeAdded(tx, id)
    const restored = await putListingsBack(tx, id)
    await putMarksBack(tx, id)
    const undone = { state: 'undone', undoneAt: now, undoneBy: actor.person.id } as const
    await tx.update(licenseImports).set(undone).where(eq(licenseImports.id, id))
    const happening = { actor, at: now, origin, subjectId: id, facts: { removed, restored } }
    await recordEvent(tx, { kind: 'licenses.import_undone', ...happening })
  })
}

const hindranceSentences: Record<Exclude<Hindrance['is'], 'undone'>, string> = {
  not_done: 'This list was never imported, so there is nothing to take back.',
  too_old:
    'This list was imported before Lamplight kept what an import changes, so it cannot be taken back.',
  not_newest: 'A newer list was imported since. Take that one back first, and this one then.',
}

async function removeAdded(tx: Tx, id: ImportId): Promise<number> {
  const untouched = await untouchedSince(tx, id)
  let removed = 0
  for (let last = ''; ; ) {
    const part = await tx
      .select({ license: licenseListings.license, venueId: venues.id })
      .from(licenseListings)
      .innerJoin(venues, eq(venues.id, licenseListings.venueId))
      .where(and(untouched, gt(licenseListings.license, last)))
      .orderBy(licenseListings.license)
      .limit(rowsAtOnce)
    if (part.length === 0) return removed
    const ids = part.map(({ venueId }) => venueId)
    await tx.delete(licenseListings).where(isOneOf(licenseListings.venueId, ids))
    await tx.delete(venueChanges).where(isOneOf(venueChanges.venueId, ids))
    await tx.delete(venueStandings).where(isOneOf(venueStandings.venueId, ids))
    await tx.delete(venues).where(isOneOf(venues.id, ids))
    removed += part.length
    last = part.at(-1)?.license ?? last
    await letOthersIn()
  }
}

async function putMarksBack(tx: Tx, id: ImportId): Promise<void> {
  const marks = await tx
    .select({ license: licenseChanges.license, vanishedOn: licenseChanges.vanishedOn })
    .from(licenseChanges)
    .where(
      and(eq(licenseChanges.importId, id), inArray(licenseChanges.kind, ['vanished', 'returned'])),
    )
  for (const vanishedOn of new Set(marks.map((mark) => mark.vanishedOn))) {
    const marked = marks.filter((mark) => mark.vanishedOn === vanishedOn)
    for (let start = 0; start < marked.length; start += rowsAtOnce) {
      const part = marked.slice(start, start + rowsAtOnce)
      await setVanished(
        tx,
        part.map(({ license }) => license),
        vanishedOn,
      )
      await letOthersIn()
    }
  }
}
