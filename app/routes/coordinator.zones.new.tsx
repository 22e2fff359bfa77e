import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form as Question, useActionData, useLoaderData } from '@remix-run/react'
import { enterZone } from '~/domain/zones/enter-zone.server'
import { ZoneForm } from '~/domain/zones/forms'
import { mostHours, mostSegments } from '~/domain/zones/zone'
import { newZonePage } from '~/domain/zones/zone-form-page.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { type Choice, Select } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { ZoneFields } from '~/ui/zone-fields'

export const meta: MetaFunction = () => [{ title: 'Enter a loading zone – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const district = new URL(args.request.url).searchParams.get('district')
  return load(() => newZonePage(ctx, district))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const form = await parseForm(args, ctx, ZoneForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const zoneId = await enterZone(form.ctx, form.data)
    return redirect(paths.coordinatorZone(zoneId, { done: 'entered' }))
  })
}

export default function NewZone() {
  const { districts, chosen, values, frame, streets } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  if (districts.length === 0) return <NoDistricts />
  if (!chosen && !answer) {
    return (
      <WhichDistrict choices={districts.map(({ slug, name }) => ({ value: slug, label: name }))} />
    )
  }
  return (
    <>
      <p className="kicker">
        <a href={paths.coordinatorZones()}>Loading zones</a>
      </p>
      <h1>Enter a loading zone</h1>
      <p className="lead">
        Write it down as your city has it. When you save, the owners and managers of the venues
        within reach get one mail about it.
      </p>
      <Form answer={answer} values={values} label="Enter a loading zone">
        <ZoneFields
          districts={districts.map(({ id, name }) => ({ value: id, label: name }))}
          frame={frame}
          streets={streets}
          values={{ ...values, ...answer?.values }}
          most={{ hours: mostHours, segments: mostSegments }}
          isNew
        />
        <div className="actions">
          <Button look="go" pending="Saving…">
            Save and tell the venues
          </Button>
          <ButtonLink to={paths.coordinatorZones()}>Leave without saving</ButtonLink>
        </div>
      </Form>
    </>
  )
}

/** Asked first, so that the map of the form shows the right streets. */
function WhichDistrict({ choices }: { choices: Choice[] }) {
  return (
    <>
      <p className="kicker">
        <a href={paths.coordinatorZones()}>Loading zones</a>
      </p>
      <h1>Which district is the zone in?</h1>
      <Question className="form">
        <Select name="district" label="District" choices={choices} />
        <Button look="go">Go on</Button>
      </Question>
    </>
  )
}

function NoDistricts() {
  return (
    <>
      <h1>Enter a loading zone</h1>
      <EmptyState
        title="No districts yet"
        action={<ButtonLink to={paths.districts()}>Arrange the districts</ButtonLink>}
      >
        A zone belongs to a district. Add the first one, or import your city’s license list, which
        proposes districts.
      </EmptyState>
    </>
  )
}
