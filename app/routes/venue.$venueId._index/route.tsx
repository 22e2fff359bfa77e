import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { venueHomeOf } from '~/domain/applications/workspace-home.server'
import { canLeaveProgram } from '~/domain/permissions/privacy'
import { leavingOf } from '~/domain/privacy/leaving.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { NewStandards } from '~/ui/new-standards'
import { Notice, PrivateNotice } from '~/ui/notice'
import { Progress } from '~/ui/progress'
import { formatDay, listOf } from '~/words/en/format'
import { keepWords } from '~/words/en/keep-current'
import { ClassesNear } from './classes-near'
import { DueSoon } from './due-soon'
import { NextCard } from './next-card'
import { ZonesNear } from './zones-near'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.venue ?? 'Your venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const leaving = await leavingOf(ctx, venueId)
    return {
      ...(await venueHomeOf(ctx, venueId)),
      mayLeave: canLeaveProgram(ctx.actor, venueId).allowed,
      leavingUntil: leaving && !leaving.isOver ? formatDay(leaving.until) : null,
    }
  })
}

export default function VenueHome() {
  const page = useLoaderData<typeof loader>()
  return (
    <>
      <h1>{page.venue}</h1>
      {page.reads ? <p className="lead">{page.reads}</p> : null}
      {page.confirmed ? null : <Unconfirmed />}
      {page.leavingUntil ? (
        <Notice title="Your venue has left the program">
          What you never shared is removed after {page.leavingUntil}. Until then an owner can change
          their mind, under “Leave the program” below.
        </Notice>
      ) : null}
      {page.next ? <NextCard next={page.next} /> : <Nothing state={page.state} />}
      <DueSoon line={page.due} />
      {page.newStandards ? <NewStandards /> : null}
      {page.kept ? <Kept line={page.kept} /> : null}
      <ZonesNear zones={page.zones} />
      <ClassesNear next={page.nextClass} />
      {page.essentials ? (
        <section className="flow">
          <h2>How far you are</h2>
          <Progress {...page.essentials} />
        </section>
      ) : null}
      <PrivateNotice>{page.privacy}</PrivateNotice>
      <Places letters={page.letters} shares={page.shares} accredited={page.accredited} />
      <section className="flow">
        <h2>Who can help</h2>
        <p>
          {page.liaisons.length > 0
            ? `Your liaison is ${listOf(page.liaisons)}. They see what you share, and nothing before that.`
            : 'The program names your liaison as soon as your venue has a district. You can write meanwhile.'}
        </p>
      </section>
      <YourPace mayPause={page.mayPause} mayStepAway={page.mayStepAway} mayLeave={page.mayLeave} />
    </>
  )
}

/** For an accredited venue: what it stands on, to look through when it suits. */
function Kept({ line }: { line: string }) {
  const { venueId = '' } = useParams()
  return (
    <section className="flow">
      <h2>{keepWords.title}</h2>
      <p>
        {line} <Link to={`${paths.application(venueId)}#keep`}>Look through them</Link>; each takes
        one tap.
      </p>
    </section>
  )
}

function Unconfirmed() {
  return (
    <Notice title="We are confirming that you belong to this venue">
      <p>
        A coordinator calls the venue’s public phone number or mails a code to its address. You can
        write everything meanwhile. Sharing opens as soon as that is done, and you hear by email.
      </p>
    </Notice>
  )
}

function Nothing({ state }: { state: string | null }) {
  const words =
    (state && waitingWords[state]) ?? 'You will hear by email when there is something new.'
  return <Notice title="Nothing is waiting for you">{words}</Notice>
}

const waitingWords: Record<string, string> = {
  shared:
    'Your liaison is reading. You get an email when the answer is here, and it says first what you do well.',
  ready:
    'Your liaison is finishing your certificate. You get an email when it is here to download.',
}

type Paper = { id: string; to: string; words: string }
type PlacesProps = {
  letters: Paper[]
  shares: (Paper & { reference: string })[]
  accredited: boolean
}

function Places({ letters, shares, accredited }: PlacesProps) {
  const { venueId = '' } = useParams()
  const places = [
    {
      to: paths.application(venueId),
      title: 'Task list',
      about: 'Every standard, and where each one stands.',
    },
    {
      to: paths.selfCheck(venueId),
      title: 'Readiness check',
      about: 'What you have already, and what could come first. Only your team reads it.',
    },
    {
      to: paths.policies(venueId),
      title: 'Policies',
      about: 'What you wrote for your team, or uploaded.',
    },
    {
      to: paths.team(venueId),
      title: 'Team and training',
      about: 'Your staff list and who is trained in what. Names stay with you.',
    },
    {
      to: paths.dues(venueId),
      title: 'What falls due',
      about: 'Trainings and dates that run out, the soonest first.',
    },
    ...(accredited
      ? [
          {
            to: paths.venueCertificate(venueId),
            title: 'Certificate',
            about: 'Download it, print it, or let it rest.',
          },
        ]
      : []),
  ]
  return (
    <section className="flow">
      <h2>Your workspace</h2>
      <ul className="tasks">
        {places.map(({ to, title, about }) => (
          <li key={to}>
            <Link to={to} className="row">
              <b>{title}</b> <small>{about}</small>
            </Link>
          </li>
        ))}
        {letters.map(({ id, to, words }) => (
          <li key={id}>
            <Link to={to} className="row">
              <b>{words}</b> <small>From your liaison.</small>
            </Link>
          </li>
        ))}
        {shares.map(({ id, to, words, reference }) => (
          <li key={id}>
            <Link to={to} className="row">
              <b>{words}</b> <small>Your receipt, {reference}, with exactly what went along.</small>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Pace = { mayPause: boolean; mayStepAway: boolean; mayLeave: boolean }

function YourPace({ mayPause, mayStepAway, mayLeave }: Pace) {
  const { venueId = '' } = useParams()
  return (
    <section className="flow">
      <h2>Your pace</h2>
      <p>You can pause or leave at any moment, without a mark. What you wrote stays with you.</p>
      <div className="actions">
        {mayPause ? <ButtonLink to={paths.pauseApplication(venueId)}>Pause</ButtonLink> : null}
        {mayStepAway ? <ButtonLink to={paths.stepAway(venueId)}>Step away</ButtonLink> : null}
        <ButtonLink to={paths.venueData(venueId)}>Download everything</ButtonLink>
        {mayLeave ? (
          <ButtonLink to={paths.leaveProgram(venueId)}>Leave the program</ButtonLink>
        ) : null}
      </div>
    </section>
  )
}
