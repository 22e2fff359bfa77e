import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccreditingForm } from '~/domain/standards/accrediting-form'
import { changeAccrediting } from '~/domain/standards/change-accrediting.server'
import { programOf } from '~/domain/standards/program.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator, requireProof } from '~/http/guards.server'
import { respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Who accredits a venue – Lamplight' }]

const choices = [
  {
    value: '1',
    label: 'One person',
    hint: 'Whoever finds everything in place can issue the certificate too.',
  },
  {
    value: '2',
    label: 'Two people',
    hint: 'A second liaison of the district, or a coordinator, looks and issues the certificate.',
  },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  await requireProof(args, ctx)
  const { settings } = await programOf(ctx.db)
  return { people: String(settings.accreditedBy) }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, AccreditingForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await changeAccrediting(form.ctx, form.data.people === '2' ? 2 : 1)
    return redirect(paths.coordinator())
  })
}

export default function Accrediting() {
  const { people } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Who accredits a venue</h1>
      <p className="lead">
        A certificate means something to guests and neighbors. With two people, nobody carries that
        alone.
      </p>
      <p>
        It counts from the moment you save, also for venues that wait for their certificate now.
        Certificates that were issued stay as they are, and the record keeps who changed this.
      </p>
      <Form schema={AccreditingForm} answer={answer} label="Who accredits a venue">
        <RadioGroup
          name="people"
          legend="How many people accredit a venue?"
          choices={choices}
          defaultValue={people}
        />
        <div className="actions">
          <Button look="go" pending="Saving…">
            Save
          </Button>
          <ButtonLink to={paths.coordinator()}>Leave it as it is</ButtonLink>
        </div>
      </Form>
    </>
  )
}
