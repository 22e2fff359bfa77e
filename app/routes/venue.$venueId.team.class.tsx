import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { ClassRecordForm } from '~/domain/training/class-record-forms'
import { classRecordPage } from '~/domain/training/class-record-page.server'
import { recordClass } from '~/domain/training/record-class.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { CheckboxGroup } from '~/ui/choices'
import { DateField, Select } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { PrivateNotice } from '~/ui/notice'
import { teamNotices } from '~/words/en/training'
import { EmptyTeam } from './venue.$venueId.team._index/empty-team'

export const meta: MetaFunction = () => [{ title: 'One class, several people – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const { searchParams } = new URL(args.request.url)
  return load(() => classRecordPage(ctx, venueId, searchParams.get('standard')))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ClassRecordForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const recorded = await recordClass(form.ctx, venueId, form.data)
    return redirect(paths.team(venueId, { recorded: `${recorded}` }))
  })
}

export default function RecordClass() {
  const { standard, type, types, people } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        {standard ? (
          <Link to={paths.teamStandard(venueId, standard.code)}>{standard.title}</Link>
        ) : (
          <Link to={paths.team(venueId)}>Team and training</Link>
        )}
      </p>
      <h1>One class, several people</h1>
      <PrivateNotice>{teamNotices.names}</PrivateNotice>
      {people.length === 0 ? (
        <EmptyTeam venueId={venueId} />
      ) : (
        <Form schema={ClassRecordForm} answer={answer} values={{ type }}>
          <Select name="type" label="Training" prompt="Choose the training" choices={types} />
          <DateField name="completedOn" label="Completed on" />
          <DateField
            name="printedExpiry"
            label="Valid until"
            hint="Only if a date is printed on the cards. Otherwise the program counts it."
            optional
          />
          <CheckboxGroup
            name="people"
            legend="Who was there?"
            hint="Numbers and photos of cards can be added to each person afterwards."
            choices={people}
          />
          <div className="actions">
            <Button look="go" pending="Adding…">
              Add the training for all of them
            </Button>
            <ButtonLink to={paths.team(venueId)}>Back to the team</ButtonLink>
          </div>
        </Form>
      )}
    </>
  )
}
