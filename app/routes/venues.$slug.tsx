import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicVenuePage } from '~/domain/certificates/check-page.server'
import { visit } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { PublicShell } from '~/ui/public-shell'
import { SummaryList } from '~/ui/summary-list'
import { Tag } from '~/ui/tag'

export const handle = { quiet: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = visit(args)
  return load(() => publicVenuePage(db, now, args.params.slug ?? ''))
}

export default function PublicVenue() {
  const { name, label, tone, sentence, withDistinction, rows } = useLoaderData<typeof loader>()
  return (
    <PublicShell>
      <h1>{name}</h1>
      <p>
        <Tag tone={tone}>{label}</Tag>{' '}
        {withDistinction ? <Tag tone="place">With distinction</Tag> : null}
      </p>
      <p className="lead">{sentence}</p>
      <SummaryList rows={rows} />
      <p>
        Ask to see the certificate in the venue: with the code on it you can{' '}
        <a href={paths.check()}>check it</a> on the spot. What stands behind it:{' '}
        <a href={paths.standards()}>the standards of the program</a>.
      </p>
      <p>
        <a href={paths.directory()}>All accredited venues</a>
      </p>
    </PublicShell>
  )
}
