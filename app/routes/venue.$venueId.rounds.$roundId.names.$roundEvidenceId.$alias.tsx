import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { showName } from '~/domain/applications/show-name.server'
import { ShowNameForm } from '~/domain/applications/show-name-form'
import { showNamePage } from '~/domain/applications/show-name-page.server'
import type { RecordAddress } from '~/domain/applications/show-name-record.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice, PrivateNotice } from '~/ui/notice'
import { NamesShownNow } from '~/ui/shown-names'
import { SummaryList } from '~/ui/summary-list'
import { notices } from '~/words/en/notices'

export const meta: MetaFunction = () => [{ title: 'Show a name – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => showNamePage(ctx, { ...args.params, venueId } as RecordAddress))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const record = { ...args.params, venueId } as RecordAddress
  const form = await parseForm(args, ctx, ShowNameForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await showName(form.ctx, record, form.data.lasts)
    return redirect(`${paths.round(venueId, record.roundId)}#names`)
  })
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function ShowName() {
  const page = useLoaderData<typeof loader>()
  const { alias, name, title, round, receipt } = page
  return (
    <>
      <p className="kicker">
        <Link to={receipt}>Receipt of round {round}</Link>
      </p>
      <h1>
        {page.shown ? 'You show the name of' : 'Show the name of'} {alias}
      </h1>
      {name === null ? (
        <>
          <Notice>
            {alias} is not on your team list any more, so no name is kept here to show.
          </Notice>
          <ButtonLink to={receipt}>Back to the receipt</ButtonLink>
        </>
      ) : (
        <>
          <PrivateNotice>
            {alias} is {name}. The program reads “{alias}” in “{title}”, and no name.
          </PrivateNotice>
          <Readable page={page} />
        </>
      )}
    </>
  )
}

/** Who would read the name, and the choice; or why it is not there to be made. */
function Readable({ page }: { page: Page }) {
  const { shown, hindrance, newest, receipt } = page
  const back = <ButtonLink to={receipt}>Back to the receipt</ButtonLink>
  if (shown) {
    return (
      <>
        <NamesShownNow shown={[shown]} />
        <p>To show it for longer or shorter, hide it first and choose again.</p>
        {back}
      </>
    )
  }
  if (hindrance || newest) {
    return (
      <>
        <Notice>
          {hindrance ?? (
            <p>
              You have shared again since. Your liaison reads your newest round, so a name is shown
              there: <Link to={newest ?? receipt}>open your newest receipt</Link>.
            </p>
          )}
        </Notice>
        {back}
      </>
    )
  }
  return (
    <>
      <section className="flow">
        <h2>Who will be able to read it</h2>
        <SummaryList rows={page.readers.map(({ name, role }) => ({ term: name, detail: role }))} />
        <p>
          If one of them hands this work to a colleague meanwhile, the colleague can read it too.
          Nobody else can: not the public, not another venue, not your district.
        </p>
        <ul>
          <li>It stands on their page of your application. It goes into no email and no file.</li>
          <li>Your receipt tells you who read it last, and when.</li>
          <li>
            You can hide it again at any moment. What somebody has read by then, they have read.
          </li>
        </ul>
        <p>{notices.publicRecords}</p>
      </section>
      <Choice page={page} />
    </>
  )
}

function Choice({ page: { lengths, receipt } }: { page: Page }) {
  const answer = useActionData<FormAnswer>()
  return (
    <Form answer={answer} schema={ShowNameForm} values={{ lasts: '24h' }} label="Show the name">
      <RadioGroup name="lasts" legend="For how long?" choices={lengths} />
      <div className="actions">
        <Button look="go" pending="Showing…">
          Show the name
        </Button>
        <ButtonLink to={receipt}>Keep it with us</ButtonLink>
      </div>
    </Form>
  )
}
