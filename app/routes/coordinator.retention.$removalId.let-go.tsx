import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ButtonForm } from '~/domain/forms'
import type { RemovalId } from '~/domain/ids'
import { noticeEnds } from '~/domain/privacy/due-weeks.server'
import { letGoAfterAll } from '~/domain/privacy/keep-longer.server'
import { lastDayOf } from '~/domain/privacy/notice'
import { removalFor } from '~/domain/privacy/retention-list.server'
import { programOf } from '~/domain/standards/program.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { formatDay, lowered } from '~/words/en/format'
import {
  goesWords,
  keptLongerWords,
  removalAbout,
  removalCount,
  removalName,
} from '~/words/en/retention'

export const meta: MetaFunction = () => [{ title: 'Let something go after all – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  return load(async () => {
    const { timeZone } = await programOf(ctx.db)
    const line = await removalFor(ctx, args.params.removalId as RemovalId)
    const { rule, count, listedAt, keptAt, keptBecause, keptByName } = line
    const goes = noticeEnds(rule, listedAt, timeZone)
    return {
      title: `${removalName(rule)}: ${removalCount(rule, count)}`,
      about: removalAbout(line),
      isKept: keptAt !== null,
      because: keptLongerWords(keptByName, keptBecause ?? ''),
      goes: goesWords(formatDay(lastDayOf(goes, timeZone)), goes <= ctx.now, false),
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await letGoAfterAll(form.ctx, args.params.removalId as RemovalId)
    return redirect(paths.retention({ done: 'let-go' }))
  })
}

export default function LetGoAfterAll() {
  const { title, about, isKept, because, goes } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = <ButtonLink to={paths.retention()}>Back to the list</ButtonLink>
  if (!isKept && !answer) {
    return (
      <>
        <h1>This is not kept longer</h1>
        <p className="lead">{goes}</p>
        {back}
      </>
    )
  }
  return (
    <>
      <h1>Let this go after all?</h1>
      <p className="lead">
        {title}. {about}.
      </p>
      <p>{because}</p>
      <p>If you let it go, {lowered(goes)}</p>
      <Form answer={answer} label="Let this go after all">
        <div className="actions">
          <Button look="danger" pending="Letting it go…">
            Let it go after all
          </Button>
          {back}
        </div>
      </Form>
    </>
  )
}
