import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { RemovalId } from '~/domain/ids'
import { KeepLongerForm } from '~/domain/privacy/forms'
import { keepLonger, keptBounds } from '~/domain/privacy/keep-longer.server'
import { lastDayOf } from '~/domain/privacy/notice'
import { removalFor } from '~/domain/privacy/retention-list.server'
import { whoLeft } from '~/domain/privacy/tell-who-left.server'
import { programOf } from '~/domain/standards/program.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { DateField, TextArea } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { formatDay } from '~/words/en/format'
import { goesWords, removalAbout, removalCount, removalName } from '~/words/en/retention'

export const meta: MetaFunction = () => [{ title: 'Keep something longer – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  return load(async () => {
    const { timeZone } = await programOf(ctx.db)
    const line = await removalFor(ctx, args.params.removalId as RemovalId)
    const { rule, count, removeAfter, keptAt, keptBecause } = line
    const until = lastDayOf(removeAfter, timeZone)
    const { earliest, latest } = keptBounds(ctx.now, removeAfter, timeZone)
    return {
      ofVenue: line.venue,
      hears: (await whoLeft(ctx.db, line)).length > 0,
      title: `${removalName(rule)}: ${removalCount(rule, count)}`,
      about: removalAbout(line),
      goes: goesWords(formatDay(until), removeAfter <= ctx.now, keptAt !== null),
      because: keptAt ? (keptBecause ?? '') : '',
      ...{ earliest, latest, range: `From ${formatDay(earliest)} to ${formatDay(latest)}.` },
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const form = await parseForm(args, ctx, KeepLongerForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await keepLonger(form.ctx, args.params.removalId as RemovalId, form.data)
    return redirect(paths.retention({ done: 'kept' }))
  })
}

export default function KeepLonger() {
  const { ofVenue, hears, title, about, goes, because, earliest, latest, range } =
    useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Keep this longer?</h1>
      <p className="lead">
        {title}. {about}.
      </p>
      <p>{goes}</p>
      {ofVenue ? (
        <Notice tone="warning" title={`${ofVenue} was told that it goes`}>
          The venue left and counts on it, so keep it only if you have to.{' '}
          {hears
            ? 'Its owners and managers are told by email that you keep it, and until when.'
            : 'We have no address of anybody there any more, so nobody is told by email.'}
        </Notice>
      ) : null}
      <Form answer={answer} schema={KeepLongerForm} label="Keep this longer">
        <TextArea
          name="because"
          label="Why it is kept longer"
          hint="Such as: a public-records request of May 4 asks for it. Other coordinators read this."
          limit={500}
          rows={3}
          defaultValue={because}
        />
        <DateField
          name="until"
          label="Keep it until the end of"
          hint={range}
          min={earliest}
          max={latest}
        />
        <div className="actions">
          <Button look="go" pending="Keeping it…">
            Keep it longer
          </Button>
          <ButtonLink to={paths.retention()}>Back to the list</ButtonLink>
        </div>
      </Form>
    </>
  )
}
