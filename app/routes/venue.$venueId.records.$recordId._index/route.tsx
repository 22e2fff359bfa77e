import '~/ui/styles/record-card.css'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { changeRecord } from '~/domain/cards/change-record.server'
import { ChangeRecordForm } from '~/domain/cards/forms'
import { recordPage } from '~/domain/cards/record-page.server'
import type { TrainingRecordId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { PrivateNotice } from '~/ui/notice'
import { SummaryList } from '~/ui/summary-list'
import { cardNotices } from '~/words/en/cards'
import { ChangeForm } from './change-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `${data.title}, ${data.person}` : 'A training'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => recordPage(ctx, venueId, args.params.recordId as TrainingRecordId))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ChangeRecordForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const recordId = args.params.recordId as TrainingRecordId
    await changeRecord(form.ctx, venueId, recordId, form.data)
    return redirect(paths.trainingRecord(venueId, recordId))
  })
}

export default function TrainingRecord() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', recordId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={page.back}>{page.person}</Link>
      </p>
      <h1>{page.title}</h1>
      <PrivateNotice>{cardNotices.stays}</PrivateNotice>
      <SummaryList
        rows={[
          { term: 'Completed', detail: page.completed },
          { term: 'Counts', detail: page.counts },
          ...(page.number ? [{ term: 'Certificate number', detail: page.number }] : []),
          { term: 'State', detail: page.stateWords },
        ]}
      />
      <section className="flow">
        <h2>The card</h2>
        <Card {...page} />
      </section>
      <section className="flow">
        <h2>Verified</h2>
        <Verified {...page} />
      </section>
      <section className="flow no-print">
        <h2>Correct it</h2>
        <ChangeForm {...page} answer={answer} />
        <p>
          Never right at all?{' '}
          <Link to={paths.removeRecord(venueId, recordId)}>Remove this training</Link>
        </p>
      </section>
    </>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

function Card({ card, person }: Page) {
  const { venueId = '', recordId = '' } = useParams()
  const attach = paths.recordCard(venueId, recordId)
  if (!card) {
    return (
      <>
        <p>
          A photo of the card, or the PDF from the course, saves you the search when somebody asks.
        </p>
        <div className="actions">
          <ButtonLink to={attach}>Attach the card</ButtonLink>
        </div>
      </>
    )
  }
  return (
    <>
      {card.picture ? (
        <img className="record-card" src={card.to} alt={`The card of ${person}`} loading="lazy" />
      ) : null}
      <p>
        <a href={card.to} download>
          Download “{card.name}”
        </a>
      </p>
      <div className="actions no-print">
        <ButtonLink to={attach}>Replace the card</ButtonLink>
        <ButtonLink to={paths.removeRecordCard(venueId, recordId)}>Take the card away</ButtonLink>
      </div>
    </>
  )
}

function Verified({ isVerified, mayVerify, whyNot }: Page) {
  const { venueId = '', recordId = '' } = useParams()
  if (!mayVerify) return <p>{whyNot}</p>
  if (isVerified) {
    return (
      <>
        <p>Was that a mistake? Without the mark, the training goes on counting as it did.</p>
        <Form action={paths.unverifyRecord(venueId, recordId)} label="Undo">
          <div className="actions">
            <Button>Take the mark off</Button>
          </div>
        </Form>
      </>
    )
  }
  return (
    <>
      <p>If you made sure that this training was done, say how. Your name and the day are kept.</p>
      <div className="actions">
        <ButtonLink to={paths.verifyRecord(venueId, recordId)}>Mark it as verified</ButtonLink>
      </div>
    </>
  )
}
