import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import type { StaffId } from '~/domain/ids'
import { recounted } from '~/domain/readings/recounted.server'
import { changeStaff } from '~/domain/training/change-staff.server'
import { ChangeStaffForm } from '~/domain/training/forms'
import { personPage } from '~/domain/training/person-page.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import type { FormAnswer } from '~/ui/form'
import { PrivateNotice } from '~/ui/notice'
import { SummaryList } from '~/ui/summary-list'
import { PersonForm } from './person-form'
import { RemovedPerson } from './removed-person'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Team'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => personPage(ctx, venueId, args.params.staffId as StaffId))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ChangeStaffForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const staffId = args.params.staffId as StaffId
    await recounted(form.ctx, venueId, () => changeStaff(form.ctx, venueId, staffId, form.data))
    return redirect(paths.team(venueId))
  })
}

export default function StaffMember() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId, staffId, name } = page
  if (page.isRemoved) return <RemovedPerson {...page} />
  return (
    <>
      <p className="kicker">
        <Link to={paths.team(venueId)}>Team and training</Link>
      </p>
      <h1>{name}</h1>
      <PrivateNotice>Outside of your venue this person is “{page.alias}”.</PrivateNotice>
      {page.asked.length > 0 ? (
        <section className="flow">
          <h2>What the standards ask</h2>
          <SummaryList
            rows={page.asked.map(({ term, detail, standard }) => ({
              term,
              detail,
              change: { to: paths.venueStandard(venueId, standard), label: 'Open' },
            }))}
          />
        </section>
      ) : null}
      <section className="flow">
        <h2>Trainings</h2>
        <Trainings records={page.records} />
        <div className="actions">
          <ButtonLink to={paths.newRecord(venueId, staffId)} look="go">
            Add a training
          </ButtonLink>
        </div>
      </section>
      <section className="flow no-print">
        <h2>Change or say that they left</h2>
        <PersonForm values={page.values} seen={page.seen} answer={answer} />
        <p>
          Listed by mistake?{' '}
          <Link to={paths.removeStaff(venueId, staffId)}>Take {name} off the list</Link>
        </p>
      </section>
    </>
  )
}

type Records = ReturnType<typeof useLoaderData<typeof loader>>['records']

function Trainings({ records }: { records: Records }) {
  if (records.length === 0) {
    return (
      <EmptyState level={3} title="No training yet">
        Add each card or certificate with its date. A date printed on it always wins over what the
        program would count.
      </EmptyState>
    )
  }
  return (
    <SummaryList
      rows={records.map(({ title, completed, end, number, state, to }) => ({
        term: `${title}, ${completed}`,
        detail: [`${end}.`, ...(number ? [`Certificate ${number}.`] : []), state].join(' '),
        change: { to, label: 'Open' },
      }))}
    />
  )
}
