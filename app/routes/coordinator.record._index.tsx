import '~/ui/styles/forms.css'
import '~/ui/styles/workspace.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { groupNames } from '~/domain/record/kinds'
import { recordPage } from '~/domain/record/record-page.server'
import { programOf } from '~/domain/standards/program.server'
import { requireCoordinator } from '~/http/guards.server'
import { recordAsked } from '~/http/record-asked.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { DateField, HiddenField, Select, TextField } from '~/ui/fields'
import { Notice } from '~/ui/notice'
import { Pagination } from '~/ui/pagination'
import { countOf, formatMoment, formatNumber } from '~/words/en/format'
import { chainWords, recordLine } from '~/words/en/record'

export const meta: MetaFunction = () => [{ title: 'The record – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const { filter, typed } = recordAsked(args.request)
  const after = Number(new URL(args.request.url).searchParams.get('after')) || null
  return load(async () => {
    const { timeZone } = await programOf(ctx.db)
    const page = await recordPage(ctx, { filter, after, timeZone })
    return {
      typed,
      groups: Object.entries(groupNames).map(([value, label]) => ({ value, label })),
      later: after !== null,
      total: page.total,
      most: page.countedUpTo,
      length: page.standing.length,
      chain: chainWords(page.standing.check, timeZone),
      next: page.more ? paths.record({ ...typed, after: String(page.more) }) : null,
      csv: paths.recordCsv(typed),
      lines: page.lines.map(({ id, who, what, venue, at, sequence }) => ({
        id,
        words: recordLine(who, what, venue),
        when: formatMoment(at, timeZone),
        number: formatNumber(sequence ?? 0),
      })),
    }
  })
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

export default function TheRecord() {
  const { lines, next, chain, length, csv } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>The record</h1>
      <p className="lead">
        Who did what, and when: every decision, every way in, every change of who may do what. It
        only grows. What a venue drafts is the venue’s own and is not shown here.
      </p>
      <Notice tone={chain.whole ? 'info' : 'warning'}>
        {countOf(length, 'event is', 'events are')} in the record. {chain.words}
      </Notice>
      <Search />
      {lines.length > 0 ? (
        <>
          <Count />
          <ul className="given">
            {lines.map(({ id, words, when, number }) => (
              <li key={id}>
                <div>
                  <Link to={paths.recordEvent(id)}>{words}</Link>
                  <p className="hint">
                    {when} · number {number}
                  </p>
                </div>
              </li>
            ))}
          </ul>
          <Pagination label="The record" next={next} />
          <p>
            <a href={csv}>Download what fits, as a spreadsheet (CSV)</a>
          </p>
          <p className="hint">
            At most 10,000 events, the newest first. You are asked to prove who you are, and the
            download is recorded too.
          </p>
        </>
      ) : (
        <EmptyState
          title="Nothing fits"
          action={<ButtonLink to={paths.record()}>Show the whole record</ButtonLink>}
        >
          Try fewer words or more days. Words are looked for in what happened, in people’s names and
          in venues’ names.
        </EmptyState>
      )}
    </>
  )
}

function Search() {
  const { typed, groups } = useLoaderData<typeof loader>()
  return (
    <Form className="filter" role="search" key={JSON.stringify(typed)}>
      <TextField
        name="words"
        type="search"
        label="Words, a person or a venue"
        width="full"
        defaultValue={typed.words}
      />
      <Select
        name="kind"
        label="What it is about"
        width="full"
        prompt="Everything"
        choices={groups}
        defaultValue={typed.kind}
      />
      <DateField name="from" label="From" defaultValue={typed.from} />
      <DateField name="until" label="Until" defaultValue={typed.until} />
      {typed.person ? <HiddenField name="person" value={typed.person} /> : null}
      {typed.venue ? <HiddenField name="venue" value={typed.venue} /> : null}
      <Button>Show</Button>
    </Form>
  )
}

function Count() {
  const { total, most, typed, later } = useLoaderData<typeof loader>()
  return (
    <p>
      {total > most
        ? `More than ${formatNumber(most)} events, the newest first.`
        : `${countOf(total, 'event', 'events')}, the newest first.`}{' '}
      {only(typed)}
      {later ? <a href={paths.record(typed)}>Back to the newest</a> : null}
    </p>
  )
}

function only(typed: Shown['typed']) {
  if (!typed.person && !typed.venue) return null
  const wider = { ...typed, person: '', venue: '' }
  return (
    <>
      {typed.person ? 'Only what one person did. ' : 'Only what happened with one venue. '}
      <a href={paths.record(wider)}>Show everybody and every venue</a>{' '}
    </>
  )
}
