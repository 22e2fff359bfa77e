import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { versionsPageOf } from '~/domain/applications/policy-versions.server'
import type { PolicyId } from '~/domain/ids'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import '~/ui/styles/forms.css'
import { CompareForm } from '~/ui/comparison'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Versions of “${data?.title ?? 'a policy'}” – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => versionsPageOf(ctx, venueId, args.params.policyId as PolicyId))
}

export default function PolicyVersions() {
  const { title, versions, waits } = useLoaderData<typeof loader>()
  const { venueId = '', policyId = '' } = useParams()
  const [newest, before] = versions
  return (
    <>
      <p className="kicker">
        <Link to={paths.policy(venueId, policyId)}>{title}</Link>
      </p>
      <h1>Versions</h1>
      <p className="lead">
        Each time you share, the policy is kept as it stands on that day. Nobody can change it then,
        and your draft goes on.
      </p>
      <ul>
        {versions.map(({ value, label }) => (
          <li key={value}>{label}</li>
        ))}
      </ul>
      {waits.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {before && newest ? (
        <CompareForm
          choices={versions}
          from={before.value}
          to={newest.value}
          action={paths.comparePolicy(venueId, policyId)}
        />
      ) : (
        <p>It was not shared yet, so there is nothing to compare the draft with.</p>
      )}
    </>
  )
}
