import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { venueComparison } from '~/domain/applications/policy-versions.server'
import type { PolicyId } from '~/domain/ids'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import '~/ui/styles/forms.css'
import { CompareForm, Comparison } from '~/ui/comparison'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `What changed in “${data?.title ?? 'a policy'}” – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const { searchParams } = new URL(args.request.url)
  const asked = { from: searchParams.get('from'), to: searchParams.get('to') }
  return load(() => venueComparison(ctx, venueId, args.params.policyId as PolicyId, asked))
}

export default function ComparePolicy() {
  const { title, comparison, ...choice } = useLoaderData<typeof loader>()
  const { venueId = '', policyId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.policyVersions(venueId, policyId)}>Versions of “{title}”</Link>
      </p>
      <h1>What changed</h1>
      {comparison ? (
        <>
          <CompareForm {...choice} action={paths.comparePolicy(venueId, policyId)} />
          <Comparison comparison={comparison} />
        </>
      ) : (
        <p>It was not shared yet, so there is nothing to compare the draft with.</p>
      )}
    </>
  )
}
