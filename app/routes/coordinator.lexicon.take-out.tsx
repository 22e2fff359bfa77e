import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeOutLexiconEntry } from '~/domain/standards/change-lexicon.server'
import { TakeOutForm } from '~/domain/standards/lexicon-forms'
import { lexiconEntryPage } from '~/domain/standards/lexicon-page.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { HiddenField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Take words out – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const at = new URL(args.request.url).searchParams.get('at') ?? ''
  return load(() => lexiconEntryPage(ctx, /^\d{1,4}$/.test(at) ? Number(at) : 0))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const form = await parseForm(args, ctx, TakeOutForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await takeOutLexiconEntry(form.ctx, form.data.version, form.data.at)
    return redirect(paths.lexicon({ done: 'saved' }))
  })
}

export default function TakeOut() {
  const { version, at, entry } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Take “{entry?.avoid[0]}” out?</h1>
      <p className="lead">
        The tone helper no longer looks for {entry?.avoid.length === 1 ? 'it' : 'any of these'}. The
        versions before keep it, and you can go back to one.
      </p>
      <ul>
        {entry?.avoid.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <Form answer={answer} label="Take words out">
        <HiddenField name="version" value={String(version)} />
        <HiddenField name="at" value={String(at)} />
        <div className="actions">
          <Button look="go" pending="Taking out…">
            Take out
          </Button>
          <ButtonLink to={paths.lexicon()}>Leave it in</ButtonLink>
        </div>
      </Form>
    </>
  )
}
