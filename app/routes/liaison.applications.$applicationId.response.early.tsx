import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { type EarlyPage, earlyPage } from '~/domain/feedback/early-page.server'
import { EarlyForm } from '~/domain/feedback/forms'
import { sendEarly } from '~/domain/feedback/send-early.server'
import type { ApplicationId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireReviewer } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { FreeTextNotice, HiddenField, TextArea } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { LetterBody } from '~/ui/letter-body'
import { Notice } from '~/ui/notice'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Send one area early to ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  const area = new URL(args.request.url).searchParams.get('area') ?? ''
  return load(() => earlyPage(ctx, args.params.applicationId as ApplicationId, area))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireReviewer(args)
  const form = await parseForm(args, ctx, EarlyForm)
  if (!form.ok) return form.answer
  const applicationId = args.params.applicationId as ApplicationId
  return respond(form, async () => {
    const responseId = await sendEarly(form.ctx, applicationId, form.data)
    return redirect(paths.reviewLetter(applicationId, responseId))
  })
}

/** One area of the draft as a letter of its own: choose it, read it as the venue will, send it. */
export default function SendEarly() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { applicationId, venue, areas, early } = page
  return (
    <>
      <p className="kicker">
        <Link to={paths.response(applicationId)}>Your response to {venue}</Link>
      </p>
      <h1>Send one area early</h1>
      <p className="lead">
        {venue} gets what you wrote about one area now, and the rest when it is ready. The day by
        which it hears from you stays as it was.
      </p>
      <AlreadySent page={page} />
      {areas.length > 1 || (areas.length === 1 && !early) ? (
        <nav
          aria-label={early ? 'Other areas in your draft' : 'Areas in your draft'}
          className="actions"
        >
          {areas
            .filter(({ area }) => area !== early?.area)
            .map(({ area, name }) => (
              <ButtonLink key={area} to={paths.sendEarly(applicationId, { area })}>
                {name}
              </ButtonLink>
            ))}
        </nav>
      ) : early ? null : (
        <Notice>
          {page.writing
            ? 'There is nothing in your draft to send early yet. Begin with a strength.'
            : 'There is no draft at the moment.'}
        </Notice>
      )}
      {answer?.errors && !early ? (
        <Notice tone="warning" live>
          {Object.values(answer.errors)[0]}
        </Notice>
      ) : null}
      {early ? <Early page={page} early={early} answer={answer} /> : null}
      <p>
        <Link to={paths.response(applicationId)}>Back to writing</Link>
      </p>
    </>
  )
}

function AlreadySent({ page: { applicationId, sent } }: { page: EarlyPage }) {
  if (sent.length === 0) return null
  return (
    <ul>
      {sent.map(({ id, name, on }) => (
        <li key={id}>
          <Link to={paths.reviewLetter(applicationId, id)}>
            “{name}” went early on {on}
          </Link>
        </li>
      ))}
    </ul>
  )
}

type EarlyProps = {
  page: EarlyPage
  early: NonNullable<EarlyPage['early']>
  answer: FormAnswer | undefined
}

function Early({ page: { applicationId, venue, revision }, early, answer }: EarlyProps) {
  const { area, name, letter, problems } = early
  if (problems.length > 0 && !answer?.errors) {
    return (
      <Notice tone="warning" title={`Before “${name}” can go`}>
        <ul>
          {problems.map(({ field, sentence, place, about }) => (
            <li key={field}>
              <Link to={`${paths.response(applicationId)}${place}`}>
                {about ? `${about}: ` : ''}
                {sentence}
              </Link>
            </li>
          ))}
        </ul>
      </Notice>
    )
  }
  return (
    <section className="flow">
      <h2>
        “{name}”, as {venue} will read it
      </h2>
      <LetterBody letter={letter} />
      <Form
        answer={answer}
        values={{ opening: letter.opening }}
        label={`Send “${name}” early`}
        key={area}
      >
        <HiddenField name="revision" value={String(revision)} />
        <HiddenField name="area" value={area} />
        <FreeTextNotice more={`${venue} reads this at the top of the letter.`} />
        <TextArea
          name="opening"
          notice="in form"
          label="Its opening"
          hint="Leave it as it is, or say it in your own words."
          rows={3}
          width="full"
        />
        <div className="actions">
          <Button look="go" pending="Sending…">
            Send “{name}” to {venue}
          </Button>
        </div>
      </Form>
    </section>
  )
}
