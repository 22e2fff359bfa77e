import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { announceClass } from '~/domain/training/announce-class.server'
import { NewClassForm } from '~/domain/training/class-forms'
import { classChoices } from '~/domain/training/class-pages.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { ClassFields } from '~/ui/class-fields'
import { FreeTextNotice } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Announce a class – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  return load(() => classChoices(ctx))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const form = await parseForm(args, ctx, NewClassForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await announceClass(form.ctx, form.data)
    return redirect(paths.classes())
  })
}

export default function NewClass() {
  const choices = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Announce a class</h1>
      <p className="lead">
        The venues that it is for read of it on their pages at once. Nobody is mailed.
      </p>
      <Form schema={NewClassForm} answer={answer}>
        <FreeTextNotice />
        <ClassFields {...choices} />
        <div className="actions">
          <Button look="go" pending="Announcing…">
            Announce the class
          </Button>
          <ButtonLink to={paths.classes()}>Back to the classes</ButtonLink>
        </div>
      </Form>
    </>
  )
}
