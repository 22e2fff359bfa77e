import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { shareApplication } from '~/domain/applications/share-application.server'
import { ShareForm, shareWordsLimit } from '~/domain/applications/share-form'
import { sharePage } from '~/domain/applications/share-page.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { ChangedMeanwhile } from '~/ui/changed-meanwhile'
import { Checkbox } from '~/ui/choices'
import { HiddenField, TextArea } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice, PrivateNotice } from '~/ui/notice'
import { ChangedSince } from '~/ui/since-last-share'
import { SummaryList } from '~/ui/summary-list'
import { countOf, listOf } from '~/words/en/format'
import { notices } from '~/words/en/notices'
import { AlongList } from './along-list'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Check your answers – ${data?.venue ?? 'Lamplight'}` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => sharePage(ctx, venueId))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ShareForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const roundId = await shareApplication(form.ctx, venueId, form.data.words, {
      withRuler: form.data.ruler === 'yes',
      seen: form.data.seen,
    })
    return redirect(paths.round(venueId, roundId))
  })
}

export default function Share() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.application(venueId)}>Task list</Link>
      </p>
      <h1>Check your answers</h1>
      <ChangedMeanwhile answer={answer} />
      <p className="lead">
        This is everything that goes along. You can change any of it first, and you can share while
        parts are still open.
      </p>
      <PrivateNotice>{page.privacy}</PrivateNotice>
      {page.since ? (
        <section className="flow">
          <h2>What changed since your last share</h2>
          <ChangedSince since={page.since} />
        </section>
      ) : null}
      <StillOpen open={page.open} />
      <section className="flow">
        <h2>What goes along</h2>
        <p>{notices.staffNames}</p>
        {page.names.length > 0 ? (
          <Notice tone="warning" title="Names that you wrote yourself go along as written">
            <p>
              {listOf(page.names)}. If you would rather keep a name to yourself, write the role in
              its place before you share.
            </p>
          </Notice>
        ) : null}
        <AlongList standards={page.standards} />
      </section>
      <section className="flow">
        <h2>Who will see it</h2>
        <SummaryList rows={page.readers.map(({ name, role }) => ({ term: name, detail: role }))} />
        <p>
          Nobody else reads it in this portal: not the public, not another venue, not your district.
        </p>
        <p>{notices.publicRecords}</p>
      </section>
      <section className="flow">
        <h2>{page.again ? 'Share again' : 'Share it'}</h2>
        {page.hindrance ? (
          <>
            <Notice tone="warning">{page.hindrance}</Notice>
            <div className="actions">
              <ButtonLink to={paths.application(venueId)}>Back to the task list</ButtonLink>
            </div>
          </>
        ) : (
          <>
            <p>
              You will hear by {page.hearBy}. Until then your answers here are to read. Your
              policies and your team list stay open, and what you change in them is private until
              you share again.
            </p>
            <Form answer={answer} schema={ShareForm}>
              <HiddenField name="seen" value={page.seen} />
              <TextArea
                name="words"
                label="A word to your liaison"
                optional
                hint="What you are proud of, or what you would like help with."
                limit={shareWordsLimit}
                rows={4}
              />
              {page.ruler ? (
                <Checkbox
                  name="ruler"
                  label="Share our ruler with our liaison"
                  hint={`${page.ruler} Without the tick it stays with you.`}
                />
              ) : null}
              <div className="actions">
                <Button look="go" pending="Sharing…">
                  Share with your liaison
                </Button>
                <ButtonLink to={paths.application(venueId)}>Not yet</ButtonLink>
              </div>
            </Form>
          </>
        )}
      </section>
    </>
  )
}

type Open = { code: string; title: string; to: string }

function StillOpen({ open }: { open: Open[] }) {
  if (open.length === 0) {
    return <Notice tone="success">Every essential standard has what it asks for.</Notice>
  }
  return (
    <section className="flow">
      <h2>What is still open</h2>
      <p>
        {countOf(open.length, 'essential is', 'essentials are')} still open. That is fine: your
        liaison reads what is there and helps with the rest. A certificate can follow once all of
        them are in place.
      </p>
      <ul>
        {open.map(({ code, title, to }) => (
          <li key={code}>
            <Link to={to}>{title}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
