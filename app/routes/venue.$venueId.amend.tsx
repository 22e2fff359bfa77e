import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { amendPage } from '~/domain/applications/amend-page.server'
import { shareAmendment } from '~/domain/applications/share-amendment.server'
import { AmendForm, shareWordsLimit } from '~/domain/applications/share-form'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { CheckboxGroup } from '~/ui/choices'
import { HiddenField, TextArea } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { SummaryList } from '~/ui/summary-list'
import { listOf } from '~/words/en/format'
import { notices } from '~/words/en/notices'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Share a change – ${data?.venue ?? 'Lamplight'}` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => amendPage(ctx, venueId))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, AmendForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const roundId = await shareAmendment(form.ctx, venueId, form.data)
    return redirect(paths.round(venueId, roundId))
  })
}

export default function Amend() {
  const page = useLoaderData<typeof loader>()
  const { venueId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.venue(venueId)}>{page.venue}</Link>
      </p>
      <h1>Share a change</h1>
      {page.hindrance ? (
        <Notice>{page.hindrance}</Notice>
      ) : page.choices.length === 0 ? (
        <Notice title="Nothing has changed">
          Everything reads as it did when you shared on {page.sharedOn}. Change a policy or your
          team list, and it stands here.
        </Notice>
      ) : (
        <WhatToShare page={page} />
      )}
      {page.hindrance || page.choices.length === 0 ? (
        <div className="actions">
          <ButtonLink to={paths.venue(venueId)}>Back to your venue</ButtonLink>
        </div>
      ) : null}
    </>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

function WhatToShare({ page }: { page: Page }) {
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <p className="lead">
        Your accreditation goes on meanwhile, until {page.until}, and nothing about it is at risk.
        Nobody asks you to share a change: do it where you would like your liaison to read it.
      </p>
      <Form answer={answer} schema={AmendForm}>
        <HiddenField name="seen" value={page.seen} />
        <CheckboxGroup
          name="standards"
          legend={`What is different since you shared on ${page.sharedOn}`}
          hint="Take the tick off what you would rather keep to yourself."
          choices={page.choices.map(({ code, title, changes }) => {
            return { value: code, label: title, hint: changes.join(' ') }
          })}
          // Once it was posted, what is ticked is what they ticked.
          defaultValue={answer ? [] : page.choices.map(({ code }) => code)}
        />
        {page.names.length > 0 ? (
          <Notice tone="warning" title="Names that you wrote yourself go along as written">
            {`${listOf(page.names)}. If you would rather keep a name to yourself, write the role in its place before you share.`}
          </Notice>
        ) : null}
        <TextArea
          name="words"
          label="A word to your liaison"
          optional
          hint="Why you changed it, or what you would like help with."
          limit={shareWordsLimit}
          rows={4}
        />
        <section className="flow">
          <h2>Who will see it</h2>
          <SummaryList
            rows={page.readers.map(({ name, role }) => ({ term: name, detail: role }))}
          />
          <p>
            {notices.staffNames} {notices.publicRecords}
          </p>
          <p>You will hear by {page.hearBy}.</p>
        </section>
        <div className="actions">
          <Button look="go" pending="Sharing…">
            Share this change
          </Button>
          <ButtonLink to={paths.venue(venueId)}>Not now</ButtonLink>
        </div>
      </Form>
    </>
  )
}
