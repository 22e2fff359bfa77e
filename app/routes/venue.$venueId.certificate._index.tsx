import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { certificatePage } from '~/domain/certificates/venue-page.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { SummaryList } from '~/ui/summary-list'
import { Tag } from '~/ui/tag'
import { TaskList } from '~/ui/task-list'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Certificate of ${data?.venue ?? 'your venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => certificatePage(ctx, venueId))
}

export default function VenueCertificate() {
  const page = useLoaderData<typeof loader>()
  if (page.step === 'held') return <Held page={page} />
  return (
    <>
      <h1>Your certificate</h1>
      {page.step === 'none' ? <NotYet /> : <Unconfirmed />}
    </>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

function Held({ page }: { page: Extract<Page, { step: 'held' }> }) {
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>Your certificate</h1>
      <p>
        <Tag tone={page.tone}>{page.label}</Tag>{' '}
        {page.withDistinction ? <Tag tone="place">With distinction</Tag> : null}
      </p>
      <p className="lead">{page.sentence}</p>
      {page.over ? null : (
        <div className="actions">
          <ButtonLink
            to={paths.venueCertificatePdf(venueId)}
            look={page.counts && !page.refresh ? 'go' : 'quiet'}
            document
          >
            Download the certificate (PDF)
          </ButtonLink>
          {page.refresh ? (
            <ButtonLink to={page.refresh.to} look="go">
              {page.refresh.words}
            </ButtonLink>
          ) : null}
          {page.mayResume ? (
            <ButtonLink to={paths.resumeCertificate(venueId)} look="go">
              Pick it up again
            </ButtonLink>
          ) : null}
        </div>
      )}
      <SummaryList
        rows={[
          ...page.rows,
          { term: 'Check code', detail: page.check.code },
          {
            term: 'Check page',
            detail: <a href={page.check.path}>{page.check.url}</a>,
          },
        ]}
      />
      <p>
        Anyone who scans the square on the paper, or types the code, reads how the certificate
        stands on that day, and never why.
      </p>
      {page.training.length + page.dated.length > 0 ? (
        <section className="flow">
          <h2>What keeps it alive</h2>
          <p>
            Training and a few dates that stay current. The figures are private to your team: the
            public reads only how the certificate stands.{' '}
            <Link to={paths.dues(venueId)}>See all that falls due, and when</Link>.
          </p>
          <TaskList
            tasks={[...page.training, ...page.dated]}
            label="What keeps the certificate alive"
          />
        </section>
      ) : null}
      {page.mayPause ? (
        <section className="flow">
          <h2>Need a break?</h2>
          <p>
            You can let the certificate rest, for a renovation or for any other reason, and pick it
            up again. You do not have to say why.
          </p>
          <ButtonLink to={paths.pauseCertificate(venueId)}>Pause the certificate</ButtonLink>
        </section>
      ) : null}
      {page.mayGiveBack ? (
        <section className="flow">
          <h2>Not for you any more?</h2>
          <p>
            You can give the certificate back. It leaves no mark, and you are welcome to come back.
          </p>
          <ButtonLink to={paths.giveBackCertificate(venueId)}>Give it back</ButtonLink>
        </section>
      ) : null}
    </>
  )
}

function NotYet() {
  const { venueId = '' } = useParams()
  return (
    <EmptyState
      title="Your certificate will be here"
      action={
        <ButtonLink to={paths.application(venueId)} look="go">
          Go to your task list
        </ButtonLink>
      }
    >
      Once every essential standard is in place, your liaison issues it and you get an email. You
      download it here, put it by the door, and anyone can check it by its code. Until then nobody
      outside reads anything about your venue here.
    </EmptyState>
  )
}

function Unconfirmed() {
  const { venueId = '' } = useParams()
  return (
    <EmptyState
      title="This page opens a little later"
      action={<ButtonLink to={paths.venue(venueId)}>Back to the venue’s page</ButtonLink>}
    >
      We are still confirming that you belong to this venue. Certificates open as soon as that is
      done. You can go on drafting meanwhile.
    </EmptyState>
  )
}
