import type { LoaderFunctionArgs } from '@remix-run/node'
import { spend } from '~/domain/accounts/limits.server'
import { drawDistrict } from '~/domain/standings/district-pdf.server'
import { districtToRead } from '~/domain/standings/district-report.server'
import { exportDistrict } from '~/domain/standings/export-district.server'
import { attachmentHeader } from '~/files/names'
import { requirePerson, requireProof } from '~/http/guards.server'
import { load } from '~/http/respond.server'

/** The same figures as the page on one sheet, to take to a board. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args)
  const slug = args.params.slug ?? ''
  const report = await load(async () => {
    await districtToRead(ctx, slug)
    await requireProof(args, ctx)
    await spend(ctx, 'export', { person: ctx.actor.person.id })
    return exportDistrict(ctx, slug, 'pdf')
  })
  const { district, asOf } = report
  return new Response(new Uint8Array(await drawDistrict(report)), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': attachmentHeader(`status-${district.slug}-${asOf}.pdf`),
      'Cache-Control': 'private, no-store',
    },
  })
}
