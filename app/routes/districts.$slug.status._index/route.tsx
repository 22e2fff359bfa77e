import './status.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { districtPage } from '~/domain/standings/district-page.server'
import { requirePerson } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { StreetMap } from '~/ui/street-map'
import { TaskList } from '~/ui/task-list'
import { districtDefinitions } from '~/words/en/district'
import { lowered } from '~/words/en/format'
import { Counted, Figures } from './figures'
import { Trend } from './trend'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.district.name ?? 'A district'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args)
  return load(() => districtPage(ctx, args.params.slug ?? ''))
}

export default function DistrictStatus() {
  const page = useLoaderData<typeof loader>()
  const { district, groups, coverage, classes } = page
  return (
    <>
      <h1>How {district.name} is doing</h1>
      <p className="lead">As of {page.asOfWords}, counted as you opened this page.</p>
      <section className="flow" aria-labelledby="well">
        <h2 id="well">What goes well</h2>
        <ul>
          {page.strengths.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <div className="actions">
        <ButtonLink to={paths.districtStatusPdf(district.slug)} document>
          One page to print (PDF)
        </ButtonLink>
        <ButtonLink to={paths.districtStatusCsv(district.slug)} document>
          Figures for a spreadsheet (CSV)
        </ButtonLink>
      </div>
      <section className="flow" aria-labelledby="stand">
        <h2 id="stand">Where venues stand</h2>
        <Figures figures={groups} />
        <p className="soft">{page.small}</p>
      </section>
      <section className="flow" aria-labelledby="training">
        <h2 id="training">Training</h2>
        <Figures figures={[coverage]} />
      </section>
      <Trend months={page.trend} definition={page.trendDefinition} />
      <Zones page={page} />
      {classes.length > 0 ? (
        <section className="flow" aria-labelledby="classes">
          <h2 id="classes">Classes to come</h2>
          <ul className="plain ruled">
            {classes.map(({ id, title, when, place, host }) => (
              <li key={id}>
                <strong>{title}</strong>
                <br />
                {when}, {place}. Given by {host}.
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Venues page={page} />
    </>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

function Zones({ page: { zones } }: { page: Page }) {
  return (
    <section className="flow" aria-labelledby="zones">
      <h2 id="zones">Loading zones</h2>
      {zones.length > 0 ? (
        <>
          <TaskList
            label="Loading zones"
            tasks={zones.map(({ id, name, to, status, serving, hours, told, acknowledged }) => ({
              id,
              title: name,
              to,
              status,
              document: true,
              ...(serving && { tone: 'place' as const }),
              detail: `${hours.join('; ')}. Venues told: ${lowered(told)}. Door staff know: ${lowered(acknowledged)}.`,
            }))}
          />
          <Counted name="the loading zones">
            {districtDefinitions.told()} {districtDefinitions.acknowledged()}
          </Counted>
        </>
      ) : (
        <EmptyState level={3} title="No loading zone here yet">
          A loading zone is a marked place where ride-share cars stop at night. Once the city sets
          one up, it stands here, with how many venues know of it.
        </EmptyState>
      )}
    </section>
  )
}

function Venues({ page: { district, venues, more, map } }: { page: Page }) {
  return (
    <section className="flow" aria-labelledby="venues">
      <h2 id="venues">Accredited venues</h2>
      {venues.length > 0 ? (
        <div className="split">
          {map && map.dots.length > 0 ? (
            <StreetMap {...map} title={`Accredited venues and loading zones in ${district.name}`} />
          ) : null}
          <div className="flow">
            <ol className="plain ruled numbered">
              {venues.map(({ number, name, address, to, status }) => (
                <li key={to}>
                  <span className="soft">{number}</span>
                  <span>
                    <a href={to}>{name}</a>
                    <br />
                    {address}. {status}.
                  </span>
                </li>
              ))}
            </ol>
            {more ? (
              <p>
                <a href={more}>All accredited venues of {district.name}</a>
              </p>
            ) : null}
          </div>
        </div>
      ) : (
        <EmptyState level={3} title="The first venues will be listed here">
          A venue stands here from the day of its certificate, for as long as the certificate
          counts. Taking part is each venue’s own choice, at its own pace.
        </EmptyState>
      )}
    </section>
  )
}
