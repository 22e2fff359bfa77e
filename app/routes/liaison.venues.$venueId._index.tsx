import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { contactVenuePage } from '~/domain/contacts/contact-venue.server'
import type { VenueId } from '~/domain/ids'
import { requireLiaison } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { ContactLog } from '~/ui/contact-log'
import { SummaryList } from '~/ui/summary-list'
import { WalkList } from '~/ui/walk-list'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireLiaison(args)
  const filter = Object.fromEntries(new URL(args.request.url).searchParams)
  return load(() => contactVenuePage(ctx, args.params.venueId as VenueId, filter))
}

export default function ContactVenue() {
  const page = useLoaderData<typeof loader>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.desk()}>Your desk</Link>
      </p>
      <h1>{page.name}</h1>
      <div className="actions">
        <ButtonLink to={page.log.newTo} look="go">
          Write a contact down
        </ButtonLink>
      </div>
      <SummaryList
        rows={[
          { term: 'Address', detail: page.address },
          { term: 'District', detail: page.district },
          {
            term: 'Public phone',
            detail: page.phone ? <a href={`tel:${page.phone}`}>{page.phone}</a> : 'Not noted yet',
          },
          { term: 'With the program', detail: page.standing },
        ]}
      />
      <WalkList walks={page.log.walks} proposeTo={page.log.proposeTo} />
      <ContactLog log={page.log} />
    </>
  )
}
