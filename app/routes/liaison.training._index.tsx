import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { OwnTrainingForm } from '~/domain/applications/own-training-form'
import { addOwnTraining, ownTrainingsOf } from '~/domain/applications/own-trainings.server'
import { todayIn } from '~/domain/standards/program.server'
import { parseForm } from '~/http/form.server'
import { requireLiaison } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { EmptyState } from '~/ui/empty-state'
import { DateField, HiddenField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { TaskList } from '~/ui/task-list'
import { ownTrainingNames } from '~/words/en/own-trainings'
import { ownTrainingKinds } from '~db/vocabulary'

export const meta: MetaFunction = () => [{ title: 'My trainings – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireLiaison(args)
  return load(async () => {
    const today = await todayIn(db, now)
    return { today, trainings: await ownTrainingsOf(db, actor.person.id, today) }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireLiaison(args)
  const form = await parseForm(args, ctx, OwnTrainingForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await addOwnTraining(form.ctx, form.data)
    return redirect(paths.ownTrainings())
  })
}

export default function OwnTrainings() {
  const { today, trainings } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.desk()}>Your desk</Link>
      </p>
      <h1>My trainings</h1>
      <p className="lead">
        What you learned for this work. You and the coordinators see this list, and nobody else.
      </p>
      {trainings.length > 0 ? (
        <TaskList
          label="Your trainings"
          tasks={trainings.map(({ id, name, completedOn, ends }) => ({
            id,
            title: name,
            status: ends,
            tone: 'soft',
            detail: `Completed on ${completedOn}`,
            actions: (
              <Form action={paths.removeOwnTraining()} label={`Remove ${name}`} className="inline">
                <HiddenField name="id" value={id} />
                <Button small pending="Removing…" about={`${name}, completed on ${completedOn}`}>
                  Remove
                </Button>
              </Form>
            ),
          }))}
        />
      ) : (
        <EmptyState level={2} title="Nothing here yet">
          Add a training below. Your desk tells you 60 days before it runs out.
        </EmptyState>
      )}
      <section className="flow">
        <h2>Add a training</h2>
        <Form answer={answer} label="Add a training">
          <RadioGroup
            name="kind"
            legend="Which one?"
            choices={ownTrainingKinds.map((value) => ({ value, label: ownTrainingNames[value] }))}
          />
          <DateField name="completedOn" label="Completed on" max={today} />
          <DateField
            name="expiresOn"
            label="Good until"
            optional
            hint="As printed on the certificate. Leave it empty for two years."
          />
          <Button look="go" pending="Adding…">
            Add it
          </Button>
        </Form>
      </section>
    </>
  )
}
