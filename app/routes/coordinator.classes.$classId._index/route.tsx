import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ClassId } from '~/domain/ids'
import { changeClass } from '~/domain/training/change-class.server'
import { ChangeClassForm } from '~/domain/training/class-forms'
import { classChoices, classPage } from '~/domain/training/class-pages.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { ClassFields } from '~/ui/class-fields'
import { FreeTextNotice, HiddenField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { SummaryList } from '~/ui/summary-list'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.values.title ?? 'A class'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.classId as ClassId
  return load(async () => ({ ...(await classPage(ctx, id)), choices: await classChoices(ctx) }))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.classId as ClassId
  await load(() => classPage(ctx, id))
  const form = await parseForm(args, ctx, ChangeClassForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await changeClass(form.ctx, id, form.data)
    return redirect(paths.classes())
  })
}

export default function ChangeClass() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  if (page.standing === 'over' || page.standing === 'called_off') return <Closed page={page} />
  return (
    <>
      <h1>{page.values.title}</h1>
      <p className="lead">
        {page.when}. What you change here, venues read at once; nobody is mailed.
      </p>
      {answer?.theirs ? (
        <Notice tone="warning" title="What stands now">
          <SummaryList
            rows={Object.entries(answer.theirs).map(([term, detail]) => ({ term, detail }))}
          />
        </Notice>
      ) : null}
      <Form
        schema={ChangeClassForm}
        answer={answer}
        values={answer?.values ?? page.values}
        key={page.revision}
      >
        <HiddenField name="revision" value={String(page.revision)} />
        <FreeTextNotice />
        <ClassFields {...page.choices} />
        <div className="actions">
          <Button look="go" pending="Saving…">
            Save the class
          </Button>
          <ButtonLink to={paths.classes()}>Back to the classes</ButtonLink>
          <ButtonLink to={paths.callOffClass(page.id)}>Call it off</ButtonLink>
        </div>
      </Form>
    </>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

/** A class that is over or called off is read, and not changed. */
function Closed({ page }: { page: Page }) {
  const { trainings, districts } = page.choices
  const named = (choices: { value: string; label: string }[], value: string) =>
    choices.find((each) => each.value === value)?.label
  const { values } = page
  return (
    <>
      <h1>{values.title}</h1>
      <p className="lead">
        {page.standing === 'over' ? 'This class is over.' : 'This class was called off.'} It is kept
        as it was announced.
      </p>
      <SummaryList
        rows={[
          { term: 'When', detail: page.when },
          { term: 'Where', detail: values.place },
          { term: 'Who gives it', detail: values.host },
          { term: 'Training', detail: named(trainings, values.trainingType) ?? 'None' },
          { term: 'For venues of', detail: named(districts, values.district) ?? 'Every district' },
          { term: 'Seats', detail: values.seats || 'Room for everybody' },
          { term: 'How to sign up', detail: values.signUp },
          ...(values.words ? [{ term: 'To know', detail: values.words }] : []),
        ]}
      />
      <ButtonLink to={paths.classes(page.standing === 'over' ? { show: 'past' } : {})}>
        Back to the classes
      </ButtonLink>
    </>
  )
}
