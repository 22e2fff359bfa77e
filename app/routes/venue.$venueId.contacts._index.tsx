import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { contactsPage } from '~/domain/contacts/contacts-page.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { ButtonLink } from '~/ui/button'
import { ContactLog } from '~/ui/contact-log'
import { WalkList } from '~/ui/walk-list'

export const meta: MetaFunction = () => [{ title: 'Contacts with the program – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const filter = Object.fromEntries(new URL(args.request.url).searchParams)
  return load(async () => (await contactsPage(ctx, 'venue', venueId, filter)).log)
}

export default function VenueContacts() {
  const log = useLoaderData<typeof loader>()
  return (
    <>
      <h1>Contacts with the program</h1>
      <p className="lead">
        Walk-ins, calls and classes, as your liaison and your own team wrote them down. Whether one
        was helpful is for you to say.
      </p>
      <div className="actions">
        <ButtonLink to={log.newTo} look="go">
          Write a contact down
        </ButtonLink>
      </div>
      <WalkList walks={log.walks} proposeTo={log.proposeTo} />
      <ContactLog log={log} />
    </>
  )
}
