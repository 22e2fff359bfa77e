import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { looksToGive } from '~/domain/second-looks/give-page.server'
import { programOf } from '~/domain/standards/program.server'
import { coordinatorHome } from '~/domain/venues/coordinator-home.server'
import { lastWholeDay } from '~/domain/venues/invite-venue.server'
import { requireCoordinator } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { TaskList } from '~/ui/task-list'
import { countOf, formatDay, formatDayOf, formatMoment } from '~/words/en/format'
import { mailNames } from '~/words/en/mail'
import { invitationStandingNames, standingNames } from '~/words/en/standings'
import type { VenueStanding } from '~db/vocabulary'
import { Funnel } from './funnel'
import { InvitationsOut, LicenseLists, MorePlaces, Standings } from './lists'
import { WhoWaits } from './who-waits'
import { YoursNext } from './yours-next'

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
      asking: home.requests.total,
      looks: await looksToGive(ctx),
      waiting: home.waiting,
      byLiaison: home.byLiaison,
      overdue: home.overdue,
      districts: home.districts.map(({ slug, name }) => ({
        name,
        to: paths.districtStatus(slug),
      })),
      funnel: { steps: home.funnel, turnaround: home.turnaround, since: formatDay(home.since) },
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
        to: state === 'held' ? paths.releaseMail(id) : undefined,
        detail: `${problem ?? 'No reason is known.'} Written ${formatMoment(createdAt, timeZone)}.`,
        status: state === 'held' ? 'Held: yours to decide' : 'Tried again soon',
        tone: state === 'held' ? ('next' as const) : ('soft' as const),
      })),
      stuck: home.stuck,
      held: home.held,
      counts: standings.flatMap((standing) => {
        const count = home.counts.get(standing) ?? 0
        return count > 0 ? [{ standing, count }] : []
      }),
    }
  })
}

export default function Coordinator() {
  const page = useLoaderData<typeof loader>()
  const { counts, imports } = page
  return (
    <>
      <h1>The program</h1>
      <p className="lead">
        What waits for you, who waits for whom, and how far venues come. Drafts are private to their
        venues and are counted nowhere.
      </p>
      <YoursNext
        asking={page.asking}
        held={page.held}
        overdue={page.overdue}
        ready={page.waiting.certificate.total}
        looks={page.looks}
      />
      <section className="section flow">
        <h2>Requests to join</h2>
        {page.asking > 0 ? (
          <>
            <TaskList tasks={page.requests} label="Requests to join" />
            <p>
              <ButtonLink to={paths.joinRequests()}>
                {countOf(page.asking, 'request waits', 'requests wait')}: see all
              </ButtonLink>
            </p>
          </>
        ) : (
          <p className="soft">Nobody is waiting for an answer.</p>
        )}
      </section>
      {page.stuck > 0 ? <StuckMail mail={page.mail} stuck={page.stuck} /> : null}
      <WhoWaits waiting={page.waiting} byLiaison={page.byLiaison} />
      <Funnel {...page.funnel} />
      {counts.length > 0 ? <InvitationsOut {...page} /> : null}
      <Standings counts={counts} />
      {imports.length > 0 ? <LicenseLists imports={imports} /> : null}
      <MorePlaces districts={page.districts} />
    </>
  )
}

type Mail = { id: string; title: string; to?: string; detail: string; status: string }

function StuckMail({ mail, stuck }: { mail: Mail[]; stuck: number }) {
  return (
    <section className="section flow">
      <h2>Mail that did not go out</h2>
      <Notice tone="warning">
        {countOf(stuck, 'mail is', 'mails are')} held or delayed. A held mail is not sent again by
        itself, so that nobody gets it twice.
      </Notice>
      <TaskList tasks={mail} label="Mail that did not go out" />
      <p>
        <ButtonLink to={paths.heldMail()}>See all of it</ButtonLink>
      </p>
    </section>
  )
}
