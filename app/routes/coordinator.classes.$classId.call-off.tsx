import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ButtonForm } from '~/domain/forms'
import type { ClassId } from '~/domain/ids'
import { callOffClass } from '~/domain/training/call-off-class.server'
import { classPage } from '~/domain/training/class-pages.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { callingOff } from '~/words/en/classes'

export const meta: MetaFunction = () => [{ title: 'Call a class off – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  return load(async () => {
    const { id, when, standing, values } = await classPage(ctx, args.params.classId as ClassId)
    return { id, when, title: values.title, open: standing === 'to_come' || standing === 'running' }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await callOffClass(form.ctx, args.params.classId as ClassId)
    return redirect(paths.classes())
  })
}

export default function CallOff() {
  const { id, title, when, open } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = <ButtonLink to={paths.changeClass(id)}>Back to the class</ButtonLink>
  if (!open && !answer) {
    return (
      <>
        <h1>There is nothing to call off</h1>
        <p className="lead">“{title}” is over, or was called off before.</p>
        {back}
      </>
    )
  }
  return (
    <>
      <h1>Call off “{title}”?</h1>
      <p className="lead">{when}</p>
      <ul>
        {callingOff.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Form answer={answer} label="Call the class off">
        <div className="actions">
          <Button look="danger" pending="Calling it off…">
            Call it off
          </Button>
          {back}
        </div>
      </Form>
    </>
  )
}
