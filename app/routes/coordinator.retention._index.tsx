import '~/ui/styles/forms.css'
import '~/ui/styles/workspace.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { RemovalId } from '~/domain/ids'
import { lastDayOf } from '~/domain/privacy/notice'
import { removedLately, retentionList } from '~/domain/privacy/retention-list.server'
import { noticeDaysOf, retention } from '~/domain/retention-schedule.server'
import { programOf } from '~/domain/standards/program.server'
import { requireCoordinator } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Notice } from '~/ui/notice'
import { Pagination } from '~/ui/pagination'
import { Table } from '~/ui/table'
import { countOf, formatDay, formatDayOf } from '~/words/en/format'
import {
  doneWords,
  goesWords,
  keptLongerWords,
  noticeWords,
  removalAbout,
  removalCount,
  removalName,
  ruleTime,
} from '~/words/en/retention'

export const meta: MetaFunction = () => [{ title: 'What is kept, and removed – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const asked = new URL(args.request.url).searchParams
  return load(async () => {
    const { timeZone } = await programOf(ctx.db)
    const list = await retentionList(ctx, asked.get('after') as RemovalId | null)
    const removed = await removedLately(ctx)
    return {
      done: doneWords[asked.get('done') ?? ''] ?? null,
      total: list.total,
      next: list.next ? paths.retention({ after: list.next }) : null,
      lines: list.lines.map((line) => {
        const { id, rule, count, listedAt, removeAfter, keptAt, keptBecause, keptByName } = line
        const day = formatDay(lastDayOf(removeAfter, timeZone))
        return {
          id,
          title: `${removalName(rule)}: ${removalCount(rule, count)}`,
          about: `${removalAbout(line)} · listed ${formatDayOf(listedAt, timeZone)}`,
          isKept: keptAt !== null,
          goes: goesWords(day, removeAfter <= ctx.now, keptAt !== null),
          because: keptAt && keptLongerWords(keptByName, keptBecause ?? ''),
        }
      }),
      removed: removed.map((row) => ({
        id: row.id,
        day: formatDayOf(row.at, timeZone),
        what: removalName(row.rule),
        about: removalAbout(row),
        count: removalCount(row.rule, row.count),
      })),
      rules: retention.rules.map((rule) => ({
        ...{ id: rule.id, what: rule.what, why: rule.why },
        time: ruleTime(rule.days, rule.from),
        notice: noticeWords(rule.how, noticeDaysOf(rule)),
      })),
    }
  })
}

export default function Retention() {
  const { done } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>What is kept, and removed</h1>
      <p className="lead">
        Nothing is kept for longer than somebody needs it. What goes is listed here first, so that
        you can keep it longer for a reason. You see how much it is, and never what is in it.
      </p>
      {done ? (
        <Notice tone="success" live>
          {done}
        </Notice>
      ) : null}
      <Listed />
      <Lately />
      <Schedule />
    </>
  )
}

function Listed() {
  const { lines, total, next } = useLoaderData<typeof loader>()
  return (
    <section className="section flow" aria-labelledby="listed">
      <h2 id="listed">What will be removed</h2>
      {lines.length > 0 ? (
        <>
          <p>{countOf(total, 'line', 'lines')}, what goes first at the top.</p>
          <ul className="given">
            {lines.map(({ id, title, about, goes, because, isKept }) => (
              <li key={id}>
                <div>
                  <b>{title}</b>
                  <p className="hint">{about}</p>
                  <p>{goes}</p>
                  {because ? <p className="hint">{because}</p> : null}
                </div>
                <span className="links">
                  <Link to={paths.keepLonger(id)}>
                    {isKept ? 'Change the day' : 'Keep longer, because…'}
                    <span className="sr">
                      : {title}, {about}
                    </span>
                  </Link>
                  {isKept ? (
                    <Link to={paths.letGoAfterAll(id)}>
                      Let it go after all
                      <span className="sr">
                        : {title}, {about}
                      </span>
                    </Link>
                  ) : null}
                </span>
              </li>
            ))}
          </ul>
          <Pagination label="What will be removed" next={next} />
        </>
      ) : (
        <p className="soft">
          Nothing is on the list. When something has been kept for its time, it stands here first.
        </p>
      )}
    </section>
  )
}

function Lately() {
  const { removed } = useLoaderData<typeof loader>()
  return (
    <section className="section flow" aria-labelledby="removed">
      <h2 id="removed">What was removed lately</h2>
      {removed.length > 0 ? (
        <ul className="given">
          {removed.map(({ id, day, what, about, count }) => (
            <li key={id}>
              <div>
                <b>
                  {what}: {count}
                </b>
                <p className="hint">
                  {about} · removed {day}
                </p>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">Nothing was removed from the list yet.</p>
      )}
      <p>
        <Link to={paths.record({ kind: 'retention' })}>All of it is in the record</Link>
      </p>
    </section>
  )
}

function Schedule() {
  const { rules } = useLoaderData<typeof loader>()
  return (
    <section className="section flow" aria-labelledby="schedule">
      <h2 id="schedule">How long each thing is kept</h2>
      <p>
        Things go by whole weeks, from Monday to Sunday, once all of a week has been kept for its
        time. So some of it stays a few days longer than the table says, and nothing goes earlier.
      </p>
      <Table
        caption="The retention schedule"
        captionHidden
        rows={rules}
        rowKey={({ id }) => id}
        columns={[
          { title: 'What', cell: ({ what }) => what },
          { title: 'How long, and why', cell: (rule) => <Kept {...rule} /> },
        ]}
      />
    </section>
  )
}

function Kept({ time, notice, why }: { time: string; notice: string; why: string }) {
  return (
    <>
      <p>
        {time}. {notice}.
      </p>
      <p className="hint">{why}</p>
    </>
  )
}
