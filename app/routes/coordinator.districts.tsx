import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { arrangeDistricts } from '~/domain/districts/arrange-districts.server'
import { ArrangeForm } from '~/domain/districts/forms'
import { arrangementFor } from '~/domain/districts/queries.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { HiddenField, Select, TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { countOf, formatNumber } from '~/words/en/format'

export const meta: MetaFunction = () => [{ title: 'Districts – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  return load(() => arrangementFor(ctx))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const form = await parseForm(args, ctx, ArrangeForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const moved = await arrangeDistricts(form.ctx, form.data)
    return redirect(paths.districts({ moved: String(moved) }))
  })
}

export default function Districts() {
  const { districts, neighborhoods, seen } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const [search] = useSearchParams()
  const moved = search.get('moved')
  const choices = districts.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <h1>Districts</h1>
      <p className="lead">
        Each venue belongs to the district of its neighborhood, and is looked after by the liaisons
        of that district. When you move a neighborhood, its venues follow at once.
      </p>
      {moved !== null && !answer ? (
        <Notice tone="success" live>
          {moved === '0'
            ? 'Saved. No neighborhood moved.'
            : `Saved. ${countOf(Number(moved), 'neighborhood', 'neighborhoods')} moved, and the venues with them.`}
        </Notice>
      ) : null}
      {districts.length === 0 && neighborhoods.length === 0 ? (
        <EmptyState
          title="No districts yet"
          action={<ButtonLink to={paths.importLicenses()}>Import a license list</ButtonLink>}
        >
          The quickest way is to import your city’s license list: it proposes districts from its
          neighborhoods. You can also add one here.
        </EmptyState>
      ) : null}
      <Form answer={answer} label="Arrange the districts">
        <HiddenField name="seen" value={seen} />
        <section className="flow" aria-labelledby="names-heading">
          <h2 id="names-heading">Names</h2>
          <div className="cards">
            {districts.map(({ id, name, venues }, index) => (
              <div key={id}>
                <TextField
                  name={`districts.${id}.name`}
                  label={`District ${index + 1}: ${countOf(venues, 'venue', 'venues')}`}
                  defaultValue={name}
                />
              </div>
            ))}
            <TextField name="newDistrict" label="Add a district" optional />
          </div>
        </section>
        {neighborhoods.length > 0 ? (
          <section className="flow" aria-labelledby="neighborhoods-heading">
            <h2 id="neighborhoods-heading">Neighborhoods</h2>
            <p>
              The figure is the number of venues. A new district can be chosen once it is saved.
            </p>
            <div className="cards">
              {neighborhoods.map(({ key, name, venues, districtId }) => (
                <div key={key}>
                  <HiddenField name={`neighborhoods.${key}.name`} value={name} />
                  <Select
                    name={`neighborhoods.${key}.district`}
                    label={`${name} (${formatNumber(venues)})`}
                    prompt="No district yet"
                    choices={choices}
                    defaultValue={districtId ?? ''}
                  />
                </div>
              ))}
            </div>
          </section>
        ) : null}
        <Button look="go" pending="Saving…">
          Save the districts
        </Button>
      </Form>
    </>
  )
}
