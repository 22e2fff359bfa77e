import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicVenuePage } from '~/domain/certificates/check-page.server'
import { leadsOnTo } from '~/domain/live-venues.server'
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
  const slug = args.params.slug ?? ''
  return load(async () => {
    // Only to an accredited venue: any other is absent, whatever led to it.
    const on = await leadsOnTo(db, slug)
    const page = await publicVenuePage(db, now, on?.slug ?? slug)
    if (on) throw redirect(paths.publicVenue(on.slug), 301)
    return page
  })
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
