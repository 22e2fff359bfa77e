import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RemoveOwnTrainingForm } from '~/domain/applications/own-training-form'
import { ownTrainingsOf, removeOwnTraining } from '~/domain/applications/own-trainings.server'
import type { OwnTrainingId } from '~/domain/ids'
import { todayIn } from '~/domain/standards/program.server'
import { parseForm } from '~/http/form.server'
import { requireLiaison } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Remove a training – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireLiaison(args)
  return load(async () => ({
    trainings: await ownTrainingsOf(db, actor.person.id, await todayIn(db, now)),
  }))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireLiaison(args)
  const form = await parseForm(args, ctx, RemoveOwnTrainingForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await removeOwnTraining(form.ctx, form.data.id as OwnTrainingId)
    return redirect(paths.ownTrainings())
  })
}

export default function RemoveOwnTraining() {
  const { trainings } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Which training should go?</h1>
      <Form answer={answer}>
        <RadioGroup
          name="id"
          legend="Your trainings"
          choices={trainings.map(({ id, name, completedOn }) => ({
            value: id,
            label: name,
            hint: `Completed on ${completedOn}`,
          }))}
        />
        <div className="actions">
          <Button pending="Removing…">Remove it</Button>
          <ButtonLink to={paths.ownTrainings()}>Keep them all</ButtonLink>
        </div>
      </Form>
    </>
  )
}
