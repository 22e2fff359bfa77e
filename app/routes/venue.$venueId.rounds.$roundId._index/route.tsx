import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { receiptOf } from '~/domain/applications/rounds-receipt.server'
import { lostOfReceipt } from '~/domain/handbook/lost-on-paper.server'
import type { RoundId } from '~/domain/ids'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { SharedStandards } from '~/ui/shared-evidence'
import { NamesShownNow } from '~/ui/shown-names'
import { SummaryList } from '~/ui/summary-list'
import { handbookWords } from '~/words/en/handbook'
import { notices } from '~/words/en/notices'
import { receiptWords } from '~/words/en/receipt'
import { ownNames } from './own-names'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Receipt ${data?.reference ?? ''} – ${data?.venue ?? 'Lamplight'}` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const receipt = await receiptOf(ctx, venueId, args.params.roundId as RoundId)
    return { ...receipt, lost: lostOfReceipt(receipt) }
  })
}

export default function Receipt() {
  const page = useLoaderData<typeof loader>()
  const { venueId = '', roundId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.venue(venueId)}>{page.venue}</Link> · Round {page.number}
      </p>
      <h1>{page.amendment ? 'Your change is shared' : 'Your application is shared'}</h1>
      <p className="lead">
        Thank you. This page is your receipt: keep its address, and come back to it any time.
        {page.amendment ? ' Your accreditation goes on meanwhile.' : ''}
      </p>
      <Notice tone="success">
        <p>
          Your reference is <strong>{page.reference}</strong>.
        </p>
      </Notice>
      <section className="flow">
        <h2>What happens next</h2>
        {page.waiting ? (
          <ol>
            <li>Your liaison reads what you shared, and writes to you by {page.hearBy}.</li>
            <li>
              You get an email, and a letter here: first what you do well, then, where it helps, a
              step that we could take together.
            </li>
            <li>You answer when it suits you. You set the pace.</li>
          </ol>
        ) : (
          <p>
            This round is answered, or you have moved on since. Your{' '}
            <Link to={paths.venue(venueId)}>home page</Link> shows where you are now.
          </p>
        )}
      </section>
      <SummaryList
        rows={[
          { term: 'Shared', detail: `${page.sharedAt}, by ${page.sharedBy}` },
          { term: 'You hear by', detail: page.hearBy },
          {
            term: receiptWords.readersOn(page.readers.on),
            detail: <Readers readers={page.readers.people} />,
          },
          ...(page.readers.since.length > 0
            ? [
                {
                  term: receiptWords.readersSince,
                  detail: <Readers readers={page.readers.since} />,
                },
              ]
            : []),
          {
            term: 'Questions',
            detail: (
              <>
                Call {page.contact.phone} or write to{' '}
                <a href={`mailto:${page.contact.email}`}>{page.contact.email}</a>, and name your
                reference.
              </>
            ),
          },
        ]}
      />
      {page.shown.length > 0 ? (
        <section className="flow no-print" id="names">
          <h2>Names that you show right now</h2>
          <p>
            Whoever reads your application reads these names too, until the time is over or you hide
            them.
          </p>
          <NamesShownNow shown={page.shown} />
        </section>
      ) : null}
      <section className="flow">
        <h2>Exactly what you shared</h2>
        <p>
          As it stood on {page.sharedOn}. {notices.staffNames} {notices.publicRecords}
        </p>
        {page.words ? (
          <blockquote className="notice">
            <p>{page.words}</p>
          </blockquote>
        ) : null}
        {page.ruler ? <p>Your ruler went along: {page.ruler}</p> : null}
        <SharedStandards
          standards={page.standards}
          fileTo={(fileId) => paths.venueFile(venueId, fileId)}
          pageTo={(fileId, number) => paths.venueFilePage(venueId, fileId, number)}
          names={ownNames(page.names, page.shown, (evidenceId, alias) =>
            paths.showName(venueId, roundId, evidenceId, alias),
          )}
        />
      </section>
      {page.lost.length > 0 ? <Notice>{handbookWords.lostOnReceipt(page.lost)}</Notice> : null}
      <div className="actions">
        <ButtonLink to={paths.venue(venueId)} look="go">
          Back to your home page
        </ButtonLink>
        <ButtonLink to={paths.receiptPdf(venueId, roundId)} document>
          Receipt as PDF
        </ButtonLink>
      </div>
    </>
  )
}

type ReadersProps = { readers: { id: string; name: string; role: string }[] }

function Readers({ readers }: ReadersProps) {
  return (
    <ul className="plain">
      {readers.map(({ id, name, role }) => (
        <li key={id}>
          {name}. {role}.
        </li>
      ))}
    </ul>
  )
}
