import '~/ui/styles/workspace.css'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams, useSearchParams } from '@remix-run/react'
import { arrangePage } from '~/domain/applications/arrange-page.server'
import type { PolicyId } from '~/domain/ids'
import { addSection } from '~/domain/policies/add-section.server'
import { NewSectionForm } from '~/domain/policies/forms'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { HiddenField, TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice, PrivateNotice } from '~/ui/notice'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Sections of “${data?.title ?? 'a policy'}” – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => arrangePage(ctx, venueId, args.params.policyId as PolicyId))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, NewSectionForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const policyId = args.params.policyId as PolicyId
    await addSection(form.ctx, venueId, policyId, form.data.heading)
    return redirect(paths.arrangePolicy(venueId, policyId))
  })
}

export default function ArrangeSections() {
  const { title, privacy, sections, order, out } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', policyId = '' } = useParams()
  const removed = useSearchParams()[0].get('removed')
  const gone = out.find(({ anchor }) => anchor === removed)
  return (
    <>
      <p className="kicker">
        <Link to={paths.policy(venueId, policyId)}>{title}</Link>
      </p>
      <h1>Sections</h1>
      <p className="lead">
        Give them the headings and the order that suit your venue. What you shared before stays as
        you shared it.
      </p>
      <PrivateNotice>{privacy}</PrivateNotice>
      {gone ? (
        <Notice tone="success" live>
          <p>“{gone.heading}” is taken out, with its text.</p>
          <PutBack {...gone} label="Undo" />
        </Notice>
      ) : null}
      <ul className="given">
        {sections.map((section, at) => (
          <li key={section.anchor}>
            <Section
              {...section}
              order={order}
              first={at === 0}
              last={at === sections.length - 1}
            />
          </li>
        ))}
      </ul>
      <Form schema={NewSectionForm} answer={answer} label="Add a section">
        <TextField
          name="heading"
          label="A section of your own"
          hint="Its heading. It comes to the end, and you can move it up from there."
        />
        <div className="actions">
          <Button pending="Saving…">Add this section</Button>
        </div>
      </Form>
      {out.length > 0 ? (
        <details className="more">
          <summary>Taken out before</summary>
          <ul className="given">
            {out.map((section) => (
              <li key={section.anchor}>
                <strong>{section.heading}</strong>
                <PutBack {...section} label={`Put “${section.heading}” back`} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <div className="actions">
        <ButtonLink to={paths.policy(venueId, policyId)} look="go">
          Back to writing
        </ButtonLink>
      </div>
    </>
  )
}

type SectionProps = {
  anchor: string
  heading: string
  empty: boolean
  order: string
  first: boolean
  last: boolean
}

function Section({ anchor, heading, empty, order, first, last }: SectionProps) {
  const { venueId = '', policyId = '' } = useParams()
  const to = (what: '' | '/move' | '/remove') =>
    paths.arrangeSection(venueId, policyId, anchor, what)
  return (
    <>
      <div>
        <strong>{heading}</strong>
        {empty ? <p className="soft">Nothing is written in it yet.</p> : null}
        <p className="links">
          <Link to={to('')}>
            Rename<span className="sr"> {heading}</span>
          </Link>{' '}
          <Link to={to('/remove')}>
            Take out<span className="sr"> {heading}</span>
          </Link>
        </p>
      </div>
      <Form action={to('/move')} label={`Move “${heading}”`} className="links">
        <HiddenField name="order" value={order} />
        {first ? null : (
          <Button small name="to" value="up" about={`“${heading}”`}>
            Move up
          </Button>
        )}
        {last ? null : (
          <Button small name="to" value="down" about={`“${heading}”`}>
            Move down
          </Button>
        )}
      </Form>
    </>
  )
}

type PutBackProps = { anchor: string; heading: string; label: string }

function PutBack({ anchor, heading, label }: PutBackProps) {
  const { venueId = '', policyId = '' } = useParams()
  return (
    <Form action={paths.arrangeSection(venueId, policyId, anchor, '/restore')} label={label}>
      <Button small about={`“${heading}”`}>
        Put it back
      </Button>
    </Form>
  )
}
