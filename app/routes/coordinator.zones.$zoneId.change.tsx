import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import type { ZoneId } from '~/domain/ids'
import { changeZone } from '~/domain/zones/change-zone.server'
import { ChangeZoneForm } from '~/domain/zones/forms'
import { mostHours, mostSegments } from '~/domain/zones/zone'
import { changeZonePage } from '~/domain/zones/zone-form-page.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { HiddenField, TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { ZoneFields } from '~/ui/zone-fields'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Change ${data?.name ?? 'a loading zone'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  return load(async () => {
    const { zone, districts, ...page } = await changeZonePage(ctx, args.params.zoneId as ZoneId)
    return {
      ...page,
      id: zone.id,
      name: zone.name,
      revision: String(zone.version),
      districts: districts.map(({ id, name }) => ({ value: id, label: name })),
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const zoneId = args.params.zoneId as ZoneId
  await load(() => changeZonePage(ctx, zoneId))
  const form = await parseForm(args, ctx, ChangeZoneForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const { revision, ...typed } = form.data
    await changeZone(form.ctx, zoneId, typed, revision)
    return redirect(paths.coordinatorZone(zoneId, { done: 'changed' }))
  })
}

export default function ChangeZone() {
  const { id, name, revision, districts, frame, streets, values } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const theirs = answer?.theirs
  return (
    <>
      <p className="kicker">
        <Link to={paths.coordinatorZone(id)}>{name}</Link>
      </p>
      <h1>Change {name}</h1>
      <p className="lead">
        Each change makes a version. The venues within reach are told once more, and say again when
        their door staff know.
      </p>
      <Form key={theirs?.revision} answer={answer} values={values} label="Change the loading zone">
        {theirs ? <Theirs {...theirs} /> : null}
        <HiddenField name="revision" value={theirs?.revision ?? carried(answer) ?? revision} />
        <ZoneFields
          districts={districts}
          frame={frame}
          streets={streets}
          values={{ ...values, ...answer?.values }}
          most={{ hours: mostHours, segments: mostSegments }}
        />
        <TextField
          name="change"
          notice="in form"
          label="What changed, in a sentence for the venues"
          hint="It stands in their mail and on the zone’s page, such as: The zone now opens at 10 PM."
          width="full"
        />
        <div className="actions">
          <Button look="go" pending="Saving…">
            Save and tell the venues
          </Button>
          <ButtonLink to={paths.coordinatorZone(id)}>Leave without saving</ButtonLink>
        </div>
      </Form>
    </>
  )
}

/** What the other person changed meanwhile. */
function Theirs({ change, differences }: { change?: string; differences?: string }) {
  return (
    <Notice tone="warning" title="What they changed">
      {change ? <p>“{change}”</p> : null}
      <ul>
        {(differences ?? '')
          .split('\n')
          .filter(Boolean)
          .map((difference) => (
            <li key={difference}>{difference}</li>
          ))}
      </ul>
      <p>
        The fields below hold what you typed. When you save, it takes the place of theirs, so put in
        what you want to keep.
      </p>
    </Notice>
  )
}

/** A form that came back keeps the version that it started from, so that nobody’s work is overwritten. */
function carried(answer: FormAnswer | undefined): string | undefined {
  const { revision } = answer?.values ?? {}
  return Array.isArray(revision) ? revision[0] : revision
}
