import type { LoaderFunctionArgs } from '@remix-run/node'
import { spend } from '~/domain/accounts/limits.server'
import { dayOf } from '~/domain/dates'
import { exportRecord, mostRows } from '~/domain/record/export-record.server'
import type { RecordLine } from '~/domain/record/record-page.server'
import { programOf } from '~/domain/standards/program.server'
import { csvOf } from '~/domain/table-export'
import { attachmentHeader } from '~/files/names'
import { requireCoordinator, requireProof } from '~/http/guards.server'
import { recordAsked } from '~/http/record-asked.server'
import { load } from '~/http/respond.server'
import { formatMoment, formatNumber } from '~/words/en/format'
import { factLines } from '~/words/en/record'

/** What fits of the record, for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  await requireProof(args, ctx)
  const { filter } = recordAsked(args.request)
  const { timeZone } = await programOf(ctx.db)
  const { lines, cut } = await load(async () => {
    await spend(ctx, 'export', { person: ctx.actor.person.id })
    return exportRecord(ctx, filter, timeZone)
  })
  const rows = [
    columns,
    ...lines.map((line) => cells(line, timeZone)),
    ...(cut
      ? [
          [
            `Only the newest ${formatNumber(mostRows)} events stand here. Ask for fewer days to get the others.`,
          ],
        ]
      : []),
  ]
  return new Response(csvOf(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': attachmentHeader(`record-${dayOf(ctx.now, timeZone)}.csv`),
      'Cache-Control': 'private, no-store',
    },
  })
}

const columns = [
  ...['Number', 'When', 'UTC', 'Who', 'Did what', 'Venue', 'Address', 'Device', 'Before', 'After'],
  ...['Facts', 'Erased under', 'Event', 'Kind', 'Person', 'Venue id', 'Application', 'Row', 'Hash'],
]

function cells(line: RecordLine, timeZone: string): string[] {
  const { at, details } = line
  return [
    ...[String(line.sequence), formatMoment(at, timeZone), at.toISOString(), line.who, line.what],
    ...[line.venue, details?.address, details?.device],
    ...[facts(details?.before), facts(details?.after), facts(line.facts), line.erasedUnder],
    ...[line.id, line.kind, line.personId, line.venueId, line.applicationId, line.subjectId],
    line.hash,
  ].map((cell) => cell ?? '')
}

function facts(kept: Parameters<typeof factLines>[0]): string {
  return factLines(kept)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ')
}
