import type { LoaderFunctionArgs } from '@remix-run/node'
import { spend } from '~/domain/accounts/limits.server'
import { districtCsv } from '~/domain/standings/district-csv'
import { districtToRead } from '~/domain/standings/district-report.server'
import { exportDistrict } from '~/domain/standings/export-district.server'
import { attachmentHeader } from '~/files/names'
import { requirePerson, requireProof } from '~/http/guards.server'
import { load } from '~/http/respond.server'

/** The same figures as the page, for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args)
  const slug = args.params.slug ?? ''
  const report = await load(async () => {
    await districtToRead(ctx, slug)
    await requireProof(args, ctx)
    await spend(ctx, 'export', { person: ctx.actor.person.id })
    return exportDistrict(ctx, slug, 'csv')
  })
  const { district, asOf } = report
  return new Response(districtCsv(report), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': attachmentHeader(`status-${district.slug}-${asOf}.csv`),
      'Cache-Control': 'private, no-store',
    },
  })
}
