import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { teamReading } from '~/domain/readings/team-reading.server'
import { visit } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'

export const meta: MetaFunction = () => [
  { title: 'Signed – Lamplight' },
  { name: 'robots', content: 'noindex' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db } = visit(args)
  return load(async () => {
    const { venue } = await teamReading(db, args.params.token ?? '')
    return { venue }
  })
}

export default function Signed() {
  const { venue } = useLoaderData<typeof loader>()
  const { token = '' } = useParams()
  return (
    <>
      <h1>Thank you, that is signed</h1>
      <p className="lead">
        {venue} sees your name with today’s date. You can read the policies again whenever you like.
      </p>
      <p>
        Something in them is not clear, or not how it works on the floor? Tell your manager: that is
        what they are written for.
      </p>
      <p>
        <a href={paths.teamReading(token)}>Read the policies again</a>
      </p>
    </>
  )
}
