import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { pulseFigures } from '~/domain/feedback/pulse-figures.server'
import { requireLiaison } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Select } from '~/ui/fields'
import { pulseWords } from '~/words/en/pulse'
import { PulseGroup } from './group'

export const meta: MetaFunction = () => [{ title: `${pulseWords.figures.title} – Lamplight` }]

/** A liaison opens it too, for their own districts. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireLiaison(args)
  const district = new URL(args.request.url).searchParams.get('district') ?? ''
  return load(() => pulseFigures(ctx, district.slice(0, 100)))
}

export default function PulseFigures() {
  const { mayReadAll, districts, chosen, venue, liaison } = useLoaderData<typeof loader>()
  const { title, lead, ofAll, ...words } = pulseWords.figures
  return (
    <>
      <p className="kicker">
        {mayReadAll ? (
          <Link to={paths.coordinator()}>The program</Link>
        ) : (
          <Link to={paths.desk()}>Your desk</Link>
        )}
      </p>
      <h1>{chosen ? `${title} of ${chosen.name}` : title}</h1>
      <p className="lead">{lead}</p>
      {mayReadAll || districts.length > 1 ? (
        <Form className="filter" key={chosen?.slug ?? ''}>
          <Select
            name="district"
            label="District"
            width="full"
            {...(mayReadAll && { prompt: 'The whole program' })}
            choices={districts}
            defaultValue={chosen?.slug ?? ''}
          />
          <Button>Show</Button>
        </Form>
      ) : null}
      <PulseGroup title={words.venue} side="venue" figures={venue} />
      {chosen ? null : (
        <PulseGroup title={words.liaison} side="liaison" figures={liaison} about={ofAll} />
      )}
    </>
  )
}
