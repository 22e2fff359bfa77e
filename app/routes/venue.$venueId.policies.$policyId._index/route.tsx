import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useParams, useSearchParams } from '@remix-run/react'
import { policyPageOf } from '~/domain/applications/workspace-policies.server'
import { lostOnPaper } from '~/domain/handbook/lost-on-paper.server'
import type { PolicyId } from '~/domain/ids'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Notice, PrivateNotice } from '~/ui/notice'
import { notices } from '~/words/en/notices'
import { PolicyFile } from './policy-file'
import { Review } from './review'
import { SectionEditor } from './section-editor'
import { TakeAlong } from './take-along'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Policy'} – ${data?.venue ?? 'Lamplight'}` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const policyId = args.params.policyId as PolicyId
    const page = await policyPageOf(ctx, venueId, policyId)
    return { ...page, lost: await lostOnPaper(ctx, venueId, policyId) }
  })
}

export default function PolicyEditor() {
  const page = useLoaderData<typeof loader>()
  const { venueId = '' } = useParams()
  const back = useSearchParams()[0].has('back')
  return (
    <>
      <p className="kicker no-print">
        <Link to={paths.policies(venueId)}>Policies</Link>
      </p>
      <h1>{page.title}</h1>
      <p className="print-only">
        {page.review.reviewOn ? `${page.venue}. Next look: ${page.review.words}.` : page.venue}
      </p>
      {back ? (
        <Notice tone="success" live>
          This policy is back, with everything that pointed to it.
        </Notice>
      ) : null}
      {page.about ? <p className="lead no-print">{page.about}</p> : null}
      <div className="no-print">
        <PrivateNotice>{page.privacy}</PrivateNotice>
      </div>
      <Serves serves={page.serves} />
      {page.mayServe ? <PutBeside standards={page.mayServe} /> : null}
      <p className="links no-print">
        <Link to={paths.renamePolicy(venueId, page.id)}>Rename this policy</Link>{' '}
        {page.sections.length > 0 ? (
          <Link to={paths.arrangePolicy(venueId, page.id)}>Add, rename or reorder sections</Link>
        ) : null}
      </p>
      {page.sections.length === 0 ? null : (
        <>
          <p className="soft no-print" id="free-text">
            Write in your own words, and leave out what does not concern you. {notices.noIncidents}{' '}
            {notices.notLegalAdvice} In plain text, a star on each side makes *emphasis*, and a dash
            at the start of a line makes a list.
          </p>
          {page.sections.map((section) => (
            <SectionEditor key={section.anchor} section={section} />
          ))}
        </>
      )}
      <PolicyFile page={page} />
      <Review review={page.review} policyId={page.id} />
      <TakeAlong policyId={page.id} lost={page.lost} />
      <div className="actions">
        <ButtonLink to={paths.policies(venueId)}>Back to your policies</ButtonLink>
        <ButtonLink to={paths.removePolicy(venueId, page.id)}>Take this policy away</ButtonLink>
      </div>
    </>
  )
}

function Serves({ serves }: { serves: { code: string; title: string; to: string }[] }) {
  if (serves.length === 0) return null
  return (
    <p className="no-print">
      Serves:{' '}
      {serves.map(({ code, title, to }, index) => (
        <span key={code}>
          {index > 0 ? '; ' : ''}
          <Link to={to}>{title}</Link>
        </span>
      ))}
    </p>
  )
}

/** A policy is shared only from beside a standard, which nobody who has just written it can know. */
function PutBeside({ standards }: { standards: { code: string; title: string; to: string }[] }) {
  const { venueId = '' } = useParams()
  return (
    <div className="no-print">
      <Notice title="Not beside a standard yet">
        <p>It goes along when you share once it stands beside a standard.</p>
        <p>
          {standards.length === 0 ? (
            <Link to={paths.application(venueId)}>Choose one in your task list</Link>
          ) : null}
          {standards.map(({ code, title, to }, index) => (
            <span key={code}>
              {index > 0 ? '; ' : ''}
              <Link to={to}>Put it beside “{title}”</Link>
            </span>
          ))}
        </p>
      </Notice>
    </div>
  )
}
