import type { LoaderFunctionArgs, MetaFunction, SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { programOf } from '~/domain/standards/program.server'
import { coordinatorHome } from '~/domain/venues/coordinator-home.server'
import { lastWholeDay } from '~/domain/venues/invite-venue.server'
import { requireCoordinator } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { TaskList } from '~/ui/task-list'
import { countOf, formatDay, formatDayOf, formatMoment, formatNumber } from '~/words/en/format'
import { mailNames } from '~/words/en/mail'
import { invitationStandingNames, standingNames, type VenueStanding } from '~/words/en/standings'

export const meta: MetaFunction = () => [{ title: 'The program – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  return load(async () => {
    const { timeZone } = await programOf(ctx.db)
    const home = await coordinatorHome(ctx)
    const standings = Object.keys(standingNames) as VenueStanding[]
    return {
      requests: home.requests.requests.slice(0, 5).map(({ id, person, venue, createdAt }) => ({
        title: `${person}, for ${venue}`,
        to: paths.joinRequest(id),
        status: `Waiting since ${formatDayOf(createdAt, timeZone)}`,
        tone: 'next' as const,
      })),
      waiting: home.requests.total,
      invitations: home.invitations.map(({ id, venue, createdAt, expiresAt, standing }) => ({
        title: venue,
        to: paths.invitationLetter(id),
        detail: `Written ${formatDayOf(createdAt, timeZone)}; the code works until ${formatDay(lastWholeDay(expiresAt, timeZone))}`,
        status: invitationStandingNames[standing],
        tone: standing === 'over' ? ('next' as const) : ('soft' as const),
      })),
      open: home.open,
      over: home.over,
      imports: home.imports.map(({ id, ...task }) => ({ ...task, to: paths.licenseImport(id) })),
      mail: home.mail.map(({ kind, address, problem, state, createdAt, id }) => ({
        id,
        title: `${mailNames[kind] ?? kind} to ${address}`,
        detail: `${problem ?? 'No reason is known.'} Written ${formatMoment(createdAt, timeZone)}.`,
        status: state === 'held' ? 'Held' : 'Tried again soon',
      })),
      stuck: home.stuck,
      counts: standings.map((standing) => ({
        standing,
        count: home.counts.get(standing) ?? 0,
      })),
    }
  })
}

export default function Coordinator() {
  const page = useLoaderData<typeof loader>()
  const counted = page.counts.filter(({ count }) => count > 0)
  const standings = counted.map(({ standing, count }) => ({
    title: standingNames[standing],
    to: paths.venues({ standing }),
    status: formatNumber(count),
  }))
  return (
    <>
      <h1>The program</h1>
      <p className="lead">
        What waits for you, and where every venue stands. Drafts are private to their venues and are
        not counted here.
      </p>
      <section className="section flow">
        <h2>Requests to join</h2>
        {page.waiting > 0 ? (
          <>
            <TaskList tasks={page.requests} label="Requests to join" />
            <p>
              <ButtonLink to={paths.joinRequests()}>
                {countOf(page.waiting, 'request waits', 'requests wait')}: see all
              </ButtonLink>
            </p>
          </>
        ) : (
          <p className="soft">Nobody is waiting for an answer.</p>
        )}
      </section>
      {page.stuck > 0 ? (
        <section className="section flow">
          <h2>Mail that did not go out</h2>
          <Notice tone="warning">
            {countOf(page.stuck, 'mail is', 'mails are')} held or delayed. A held mail is not sent
            again by itself, so that nobody gets it twice.
          </Notice>
          <TaskList tasks={page.mail} label="Mail that did not go out" />
        </section>
      ) : null}
      {standings.length > 0 ? <InvitationsOut {...page} /> : null}
      <section className="section flow">
        <h2>Where venues stand</h2>
        {standings.length > 0 ? (
          <TaskList tasks={standings} label="Venues by where they stand" />
        ) : (
          <EmptyState
            level={3}
            title="No venues yet"
            action={
              <ButtonLink to={paths.importLicenses()} look="go">
                Import a license list
              </ButtonLink>
            }
          >
            Import your city’s license list first. Its venues then stand here, ready to be invited.
          </EmptyState>
        )}
      </section>
      {page.imports.length > 0 ? (
        <section className="section flow">
          <h2>License lists</h2>
          <TaskList tasks={page.imports} label="License lists" />
          <p>
            <ButtonLink to={paths.importLicenses()}>Import another list</ButtonLink>
          </p>
        </section>
      ) : null}
    </>
  )
}

function invitationWords(open: number, over: number): string {
  const waiting = `${countOf(open, 'letter waits', 'letters wait')} for the venue.`
  return over > 0
    ? `${waiting} ${countOf(over, 'code has', 'codes have')} run out; a new letter takes a moment.`
    : waiting
}

type Letters = Pick<SerializeFrom<typeof loader>, 'invitations' | 'open' | 'over'>

function InvitationsOut({ invitations, open, over }: Letters) {
  return (
    <section className="section flow">
      <h2>Invitations out</h2>
      {invitations.length > 0 ? (
        <>
          <p>{invitationWords(open, over)}</p>
          <TaskList tasks={invitations} label="Invitations out" />
          {open + over > invitations.length ? (
            <p>
              <ButtonLink to={paths.venues({ standing: 'invited' })}>See all that wait</ButtonLink>
            </p>
          ) : null}
        </>
      ) : (
        <EmptyState
          level={3}
          title="No letter is on its way"
          action={
            <ButtonLink to={paths.venues({ standing: 'not_invited' })}>
              Choose a venue to invite
            </ButtonLink>
          }
        >
          An invitation is a letter with a code that works once. Venues with the least contact so
          far are good ones to start with.
        </EmptyState>
      )}
    </section>
  )
}
