import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { spend } from '~/domain/accounts/limits.server'
import type { Day } from '~/domain/dates'
import { SignForm } from '~/domain/readings/forms'
import { signReading } from '~/domain/readings/sign-reading.server'
import { teamReading } from '~/domain/readings/team-reading.server'
import { parseForm } from '~/http/form.server'
import { visit } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { DateField, TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Markdown } from '~/ui/markdown'
import { Notice } from '~/ui/notice'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Policies of ${data?.venue ?? 'your venue'} – Lamplight` },
  { name: 'robots', content: 'noindex' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db } = visit(args)
  return load(() => teamReading(db, args.params.token ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  const token = args.params.token ?? ''
  const form = await parseForm(args, visit(args), SignForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await spend(form.ctx, 'signing', { link: token })
    const { name, startedOn, seen } = form.data
    const day = startedOn ? (startedOn as Day) : null
    await signReading(form.ctx, token, { name, startedOn: day, seen })
    return redirect(paths.teamReadingSigned(token))
  })
}

export default function TeamReading() {
  const { venue, putOn, changed, policies, seen } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>The policies of {venue}</h1>
      <p className="lead">
        For everybody who works here. Read them in your own time, ask your manager what is not
        clear, and sign at the end.
      </p>
      <p className="soft">As of {putOn}.</p>
      {changed ? <Notice title="What changed">{changed}</Notice> : null}
      {policies.length > 1 ? (
        <nav aria-label="Policies">
          <ol>
            {policies.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      {policies.map((policy) => (
        <PolicyToRead key={policy.id} policy={policy} />
      ))}
      <section className="flow" id="sign">
        <h2>Sign that you have read them</h2>
        <p>
          Your name and first day go to {venue} alone. Nobody else reads them, and there is no
          account to make.
        </p>
        <Form schema={SignForm} answer={answer} label="Sign that you have read them">
          <input type="hidden" name="seen" value={seen} />
          <TextField name="name" label="Your name" autoComplete="name" />
          <DateField
            name="startedOn"
            label="The day you started here"
            hint="It tells you from a colleague of the same name."
            optional
          />
          <Checkbox
            name="read"
            label="I have read these policies, and I could ask questions about them"
          />
          <Button look="go" pending="Signing…">
            Sign
          </Button>
        </Form>
      </section>
    </>
  )
}

type Policy = ReturnType<typeof useLoaderData<typeof loader>>['policies'][number]

function PolicyToRead({ policy: { id, title, sections, file } }: { policy: Policy }) {
  return (
    <section className="flow" id={id}>
      <h2>{title}</h2>
      {file?.held ? <p>{`${file.name}: ${file.held}`}</p> : null}
      {file && !file.held ? (
        <p>
          <a href={file.to}>Download {file.name}</a> ({file.size})
        </p>
      ) : null}
      {sections.map(({ anchor, heading, body }) => (
        <section key={anchor} className="flow">
          <h3>{heading}</h3>
          <Markdown text={body} />
        </section>
      ))}
    </section>
  )
}
