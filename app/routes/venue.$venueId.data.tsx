import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canDownloadVenue } from '~/domain/permissions/privacy'
import { venueFor } from '~/domain/venues/queries.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'

export const meta: MetaFunction = () => [{ title: 'Download everything – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const { name } = await load(() => venueFor(ctx.db, ctx.actor, venueId))
  const may = canDownloadVenue(ctx.actor, venueId)
  return {
    venueId,
    name,
    refusal: may.allowed ? null : may.reason,
  }
}

export default function VenueData() {
  const { venueId, name, refusal } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>Download everything about {name}</h1>
      <p className="lead">
        What you wrote and what you heard is yours. Take a copy along whenever you like; nothing
        changes here.
      </p>
      <p>You get one ZIP file. Open “index.html” in it, and it leads you to:</p>
      <ul>
        <li>your policies, as text, and every file that you uploaded</li>
        <li>each round as you shared it, and each letter with answers and replies</li>
        <li>your certificates as PDF</li>
        <li>your team and their trainings, as lists for a spreadsheet</li>
        <li>who has access, invitations, loading zones, and what happened when</li>
        <li>all of it once more as JSON, for other programs</li>
      </ul>
      <p>
        Not in it: how other people of your venue sign in, anything of other venues, and letters
        that your liaison has not sent yet.
      </p>
      {refusal ? (
        <Notice>{refusal}</Notice>
      ) : (
        <>
          <p>
            Names of your team are in it, so please keep the file where only you can open it. We ask
            once more who you are, and note that it was downloaded.
          </p>
          <div className="actions">
            <ButtonLink to={paths.venueDataZip(venueId)} look="go" document>
              Download everything
            </ButtonLink>
            <ButtonLink to={paths.venue(venueId)}>Back to your venue</ButtonLink>
          </div>
        </>
      )}
    </>
  )
}
