import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskOf } from '~/domain/applications/desk.server'
import { deskViews } from '~/domain/applications/desk-views'
import { trainingsRunningOut } from '~/domain/applications/own-trainings.server'
import { partsAsked } from '~/domain/feedback/parts-asked.server'
import { promiseCounts } from '~/domain/feedback/promises.server'
import { pulseToAnswer } from '~/domain/feedback/pulse-page.server'
import { canKeepPromises } from '~/domain/permissions/desk'
import { requireLiaison } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { Pagination } from '~/ui/pagination'
import { PulseCard } from '~/ui/pulse'
import { TaskList } from '~/ui/task-list'
import { deskWords } from '~/words/en/feedback'
import { countOf } from '~/words/en/format'
import { applicationKinds } from '~db/vocabulary'
import { Deeds } from './deeds'
import { DeskFilter, DeskViews } from './filter'
import { News } from './news'
import { OwnPart } from './own-part'

export const meta: MetaFunction = () => [{ title: 'Your desk – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireLiaison(args)
  const { searchParams } = new URL(args.request.url)
  const given = (name: string) => (searchParams.get(name) ?? '').slice(0, 100)
  const view = deskViews.find((each) => each === given('view')) ?? 'waiting'
  const kind = applicationKinds.find((each) => each === given('kind')) ?? ''
  const changed = given('changed') ? 'yes' : ''
  const [words, district, after] = [given('words'), given('district'), given('after')]
  return load(async () => {
    const desk = await deskOf(ctx, { view, words, district, kind, changed, after })
    const promises = canKeepPromises(ctx.actor).allowed ? await promiseCounts(ctx) : null
    const pulse = await pulseToAnswer(ctx, {}, 'liaison')
    const runsOut = await trainingsRunningOut(ctx)
    const parts = (await partsAsked(ctx)).filter(({ handedOn }) => !handedOn).length
    return { ...desk, pulse, promises, runsOut, parts, done: given('done') }
  })
}

export default function Desk() {
  const page = useLoaderData<typeof loader>()
  const { filter, rows, total } = page
  const { view, words } = filter
  const heading = deskWords[view].title
  const narrowed = Boolean(words || filter.district || filter.kind || filter.changed)
  return (
    <>
      <h1>Your desk</h1>
      <p className="lead">
        What venues shared with you, the oldest promise first. What they have not shared is theirs
        alone.
      </p>
      {page.done === 'stepped_back' ? (
        <Notice tone="success">
          You stepped back. You read nothing of that application any more, and the venue keeps every
          date that it was told.
        </Notice>
      ) : null}
      <DeskViews filter={filter} counts={page.counts} />
      <section className="flow">
        <h2>{heading}</h2>
        <p className="soft">{deskWords[view].about}</p>
        <News filter={filter} news={page.news} />
        <DeskFilter page={page} />
        {rows.length > 0 ? (
          <>
            <p>
              {words
                ? `With “${words}” in the name or address:`
                : countOf(total, 'venue', 'venues')}
            </p>
            <TaskList
              label={heading}
              tasks={rows.map((row) => ({
                id: row.id,
                title: row.venue,
                to: row.to,
                status: row.state,
                tone: view === 'waiting' || view === 'ready' ? 'next' : 'soft',
                detail: <Details {...row} />,
                actions: <Deeds {...row} />,
              }))}
            />
          </>
        ) : (
          <EmptyState level={3} title={narrowed ? 'Nothing fits' : deskWords[view].emptyTitle}>
            {narrowed
              ? 'Try fewer letters, choose every district and kind, or look in another list.'
              : deskWords[view].empty}
          </EmptyState>
        )}
        <Pagination
          label={heading}
          next={page.next ? paths.desk({ ...filter, after: page.next }) : null}
        />
      </section>
      {page.pulse ? (
        <PulseCard
          side="liaison"
          venue={page.pulse.venue}
          to={paths.reviewPulse(page.pulse.applicationId, page.pulse.responseId)}
        />
      ) : null}
      <OwnPart promises={page.promises} runsOut={page.runsOut} parts={page.parts} />
    </>
  )
}

export type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

/** What a venue was promised, in whose hands it is, and where to find it: each on a line of its own. */
function Details({ news, promise, second, hands, guest, about }: Row) {
  const lines = [news, promise, second, [hands, guest].filter(Boolean).join('. '), about].filter(
    Boolean,
  )
  return lines.map((line) => (
    <span key={line} className="line">
      {line}
    </span>
  ))
}
