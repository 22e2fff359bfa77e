import type { Context } from '../context'
import { recordEvent } from '../events.server'
import { permitProved } from '../permissions/permission'
import { districtReport } from './district-report.server'

/**
 * Gives a district's figures for a file, and records who downloaded them in which form. A district
 * that is foreign or absent answers alike, and a proof of who it is must be fresh.
 */
export async function exportDistrict(ctx: Context, slug: string, form: 'csv' | 'pdf') {
  const { report, districtId } = await districtReport(ctx, slug)
  permitProved(ctx)
  const { db, actor, now, origin } = ctx
  await db.transaction((tx) =>
    recordEvent(tx, {
      ...{ kind: 'export.district', actor, at: now, origin, subjectId: districtId },
      facts: { form },
    }),
  )
  return report
}
