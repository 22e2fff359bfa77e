import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { sharedComparison } from '~/domain/applications/policy-versions.server'
import type { ApplicationId } from '~/domain/ids'
import { requireReviewer } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import '~/ui/styles/forms.css'
import { CompareForm, Comparison } from '~/ui/comparison'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `What changed at ${data?.venue ?? 'a venue'} – Lamplight` },
]

/** What a venue shared of a policy, compared with what it shared before: never a draft. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  const { searchParams } = new URL(args.request.url)
  const [policy, from, to] = ['policy', 'from', 'to'].map((name) => searchParams.get(name) || null)
  const asked = { policy: policy ?? null, from: from ?? null, to: to ?? null }
  return load(() => sharedComparison(ctx, args.params.applicationId as ApplicationId, asked))
}

export default function CompareShared() {
  const { venue, policies, policy } = useLoaderData<typeof loader>()
  const { applicationId = '' } = useParams()
  const action = paths.compareShared(applicationId)
  return (
    <>
      <p className="kicker">
        <Link to={paths.review(applicationId)}>{venue}</Link>
      </p>
      <h1>What changed in its policies</h1>
      <p className="soft">
        Between what the venue shared with you in its rounds. Its drafts are not here.
      </p>
      {policy?.comparison ? (
        <>
          {policies.length > 1 ? (
            <ul>
              {policies.map(({ value, label }) => (
                <li key={value}>
                  <Link to={paths.compareShared(applicationId, { policy: value })}>{label}</Link>
                </li>
              ))}
            </ul>
          ) : null}
          <h2>{policies.find(({ value }) => value === policy.id)?.label}</h2>
          <CompareForm choices={policy.choices} from={policy.from} to={policy.to} action={action}>
            <input type="hidden" name="policy" value={policy.id} />
          </CompareForm>
          <Comparison comparison={policy.comparison} />
        </>
      ) : (
        <p>No policy was shared in two versions yet.</p>
      )}
    </>
  )
}
