import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { venueHomeOf } from '~/domain/applications/workspace-home.server'
import { pulseToAnswer } from '~/domain/feedback/pulse-page.server'
import { canLeaveProgram } from '~/domain/permissions/privacy'
import { leavingOf } from '~/domain/privacy/leaving.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { NewStandards } from '~/ui/new-standards'
import { Notice, PrivateNotice } from '~/ui/notice'
import { Progress } from '~/ui/progress'
import { PulseCard } from '~/ui/pulse'
import { WaysOn } from '~/ui/ways-on'
import { formatDay, listOf } from '~/words/en/format'
import { ClassesNear } from './classes-near'
import { DueSoon } from './due-soon'
import { Kept } from './kept'
import { NextCard } from './next-card'
import { Places } from './places'
import { RecentDrafts } from './recent-drafts'
import { YourPause } from './your-pause'
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
      pulse: await pulseToAnswer(ctx, { venueId }, 'venue'),
      venueId,
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
      {page.waysOn ? <WaysOn ways={page.waysOn} /> : null}
      {page.pause ? <YourPause pause={page.pause} /> : null}
      <DueSoon line={page.due} />
      {page.newStandards ? <NewStandards /> : null}
      {page.kept || page.changed > 0 ? (
        <Kept line={page.kept} changed={page.changed} waits={page.changeWaits} />
      ) : null}
      <ZonesNear zones={page.zones} />
      <ClassesNear next={page.nextClass} />
      {page.pulse ? (
        <PulseCard
          side="venue"
          venue={page.venue}
          to={paths.letterPulse(page.venueId, page.pulse.responseId)}
        />
      ) : null}
      {page.essentials ? (
        <section className="flow">
          <h2>How far you are</h2>
          <Progress {...page.essentials} />
        </section>
      ) : null}
      <RecentDrafts drafts={page.recent} />
      <PrivateNotice>{page.privacy}</PrivateNotice>
      <Places {...page} />
      <section className="flow">
        <h2>Who can help</h2>
        <p>
          {page.liaisons.length > 0
            ? `Your liaison is ${listOf(page.liaisons)}. They see what you share, and nothing before that.`
            : 'The program names your liaison as soon as your venue has a district. You can write meanwhile.'}
        </p>
        {page.steppedBack ? <p>{page.steppedBack}</p> : null}
      </section>
      <YourPace mayPause={page.mayPause} mayStepAway={page.mayStepAway} mayLeave={page.mayLeave} />
    </>
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
