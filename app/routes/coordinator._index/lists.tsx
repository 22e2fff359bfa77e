import './lists.css'
import { Link } from '@remix-run/react'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { type Task, TaskList } from '~/ui/task-list'
import { countOf, formatNumber } from '~/words/en/format'
import { standingNames } from '~/words/en/standings'
import type { VenueStanding } from '~db/vocabulary'

function invitationWords(open: number, over: number): string {
  const waiting = `${countOf(open, 'letter waits', 'letters wait')} for the venue.`
  return over > 0
    ? `${waiting} ${countOf(over, 'code has', 'codes have')} run out; a new letter takes a moment.`
    : waiting
}

type Letters = { invitations: Task[]; open: number; over: number }

export function InvitationsOut({ invitations, open, over }: Letters) {
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

export function Standings({ counts }: { counts: { standing: VenueStanding; count: number }[] }) {
  return (
    <section className="section flow">
      <h2>Where venues stand</h2>
      {counts.length > 0 ? (
        <ul className="counts" aria-label="Venues by where they stand">
          {counts.map(({ standing, count }) => (
            <li key={standing}>
              <Link to={paths.venues({ standing })}>{standingNames[standing]}</Link>{' '}
              <b>{formatNumber(count)}</b>
            </li>
          ))}
        </ul>
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
  )
}

export function LicenseLists({ imports }: { imports: Task[] }) {
  return (
    <section className="section flow">
      <h2>License lists</h2>
      <TaskList tasks={imports} label="License lists" />
      <p>
        <ButtonLink to={paths.importLicenses()}>Import another list</ButtonLink>
      </p>
    </section>
  )
}

const places = [
  {
    to: paths.programPeople(),
    title: 'People of the program',
    about: 'Coordinators, liaisons, partners and district viewers: their places and sign-ins.',
  },
  {
    to: paths.pulse(),
    title: 'Pulse',
    about: 'What venues and liaisons say after a round, in groups of five people or more.',
  },
  {
    to: paths.secondLooks(),
    title: 'Second looks',
    about: 'Venues that asked somebody who was not involved to read everything again.',
  },
  {
    to: paths.coordinatorZones(),
    title: 'Loading zones',
    about: 'Where rides stop, at which hours, and which venues were told.',
  },
  {
    to: paths.classes(),
    title: 'Classes',
    about: 'What venues can send their people to.',
  },
  {
    to: paths.accrediting(),
    title: 'Who accredits a venue',
    about: 'One person, or a second one after whoever found everything in place.',
  },
  {
    to: paths.lexicon(),
    title: 'Words of the tone helper',
    about: 'What it looks for in a letter, and what it suggests instead.',
  },
  {
    to: paths.districts(),
    title: 'Districts',
    about: 'Which neighborhoods belong together, and which venues are where.',
  },
  {
    to: paths.vanishedLicenses(),
    title: 'Licenses that left the list',
    about: 'Venues that the newest license list no longer has. None was deleted.',
  },
  {
    to: paths.record(),
    title: 'The record',
    about: 'Who did what, and when. It only grows.',
  },
  {
    to: paths.retention(),
    title: 'What is kept, and removed',
    about: 'How long each kind of thing is kept and why, and what goes when.',
  },
  {
    to: paths.permissions(),
    title: 'Who may do what',
    about: 'Every role and what it may do, drawn from the rules themselves. Anybody may read it.',
    document: true,
  },
]

export function MorePlaces({ districts }: { districts: { name: string; to: string }[] }) {
  return (
    <section className="section flow">
      <h2>More of the program</h2>
      <ul className="tasks">
        {places.map(({ to, title, about, document = false }) => (
          <li key={to}>
            <Link to={to} className="row" reloadDocument={document}>
              <b>{title}</b> <small>{about}</small>
            </Link>
          </li>
        ))}
      </ul>
      {districts.length > 0 ? (
        <>
          <h3>How each district stands</h3>
          <ul className="plain links">
            {districts.map(({ name, to }) => (
              <li key={to}>
                <Link to={to}>{name}</Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
