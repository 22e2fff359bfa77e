import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Day } from '~/domain/dates'
import type { ZoneId } from '~/domain/ids'
import { todayIn } from '~/domain/standards/program.server'
import { confirmZone } from '~/domain/zones/confirm-zone.server'
import { ConfirmZoneForm } from '~/domain/zones/forms'
import { zoneFor } from '~/domain/zones/queries.server'
import type { Zone } from '~/domain/zones/zone'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { HiddenField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { countOf, formatDay } from '~/words/en/format'
import { stretchWords } from '~/words/en/zone-changes'
import { hoursWords, statusSentence } from '~/words/en/zones'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Confirm ${data?.name ?? 'a loading zone'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  return load(async () => {
    const zone = await zoneFor(ctx, args.params.zoneId as ZoneId)
    return {
      id: zone.id,
      name: zone.name,
      ended: zone.status === 'ended',
      revision: String(zone.version),
      said: saidOf(zone, await todayIn(ctx.db, ctx.now)),
      confirmed: zone.confirmedOn ? formatDay(zone.confirmedOn) : null,
    }
  })
}

/** What somebody can check at the curb. */
function saidOf(zone: Zone, today: Day): string[] {
  const { segments, hours, dwellMinutes, signWording, towing } = zone.facts
  return [
    statusSentence(zone, today),
    ...segments.map(stretchWords),
    ...hoursWords(hours),
    dwellMinutes ? `A car may stand for ${countOf(dwellMinutes, 'minute', 'minutes')}.` : '',
    signWording ? `The sign says “${signWording}”.` : '',
    towing ? `Towing: ${towing}` : '',
  ].filter(Boolean)
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const form = await parseForm(args, ctx, ConfirmZoneForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const zoneId = args.params.zoneId as ZoneId
    await confirmZone(form.ctx, zoneId, form.data.revision)
    return redirect(paths.coordinatorZone(zoneId, { done: 'confirmed' }))
  })
}

export default function ConfirmZone() {
  const { id, name, ended, revision, said, confirmed } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = <ButtonLink to={paths.coordinatorZone(id)}>Back to the zone</ButtonLink>
  if (ended && !answer) {
    return (
      <>
        <h1>{name} has ended</h1>
        <p className="lead">If it runs again, change it instead, and the venues will hear.</p>
        {back}
      </>
    )
  }
  return (
    <>
      <h1>Is {name} today as it stands here?</h1>
      <p className="lead">
        Ask the city, or walk past and read the sign. Nobody is mailed when you confirm; the zone’s
        page shows the day.
      </p>
      <ul>
        {said.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {confirmed ? <p className="soft">Last confirmed on {confirmed}.</p> : null}
      <Form key={revision} answer={answer} label="Confirm the loading zone">
        <HiddenField name="revision" value={revision} />
        <div className="actions">
          <Button look="go" pending="Saving…">
            Yes, it is as written
          </Button>
          <ButtonLink to={paths.changeZone(id)}>No, change it</ButtonLink>
          {back}
        </div>
      </Form>
    </>
  )
}
