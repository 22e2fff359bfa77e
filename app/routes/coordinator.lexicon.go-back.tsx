import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goBackToLexicon } from '~/domain/standards/change-lexicon.server'
import { GoBackForm } from '~/domain/standards/lexicon-forms'
import { lexiconEntryPage } from '~/domain/standards/lexicon-page.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { HiddenField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Go back to earlier words – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const to = new URL(args.request.url).searchParams.get('to') ?? ''
  return load(async () => {
    const { version } = await lexiconEntryPage(ctx, null)
    return { version, to: /^\d{1,9}$/.test(to) ? to : '0' }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const form = await parseForm(args, ctx, GoBackForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await goBackToLexicon(form.ctx, form.data.version, form.data.to)
    return redirect(paths.lexicon({ done: 'saved' }))
  })
}

export default function GoBack() {
  const { version, to } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>{to === '0' ? 'Go back to the words that came first?' : `Go back to version ${to}?`}</h1>
      <p className="lead">
        It becomes the newest version, and every letter is read with it. What was changed since
        stays in its own versions.
      </p>
      <Form answer={answer} label="Go back to earlier words">
        <HiddenField name="version" value={String(version)} />
        <HiddenField name="to" value={to} />
        <div className="actions">
          <Button look="go" pending="Going back…">
            Go back to it
          </Button>
          <ButtonLink to={paths.lexicon()}>Leave it as it is</ButtonLink>
        </div>
      </Form>
    </>
  )
}
