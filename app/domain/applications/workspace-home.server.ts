import { and, desc, eq } from 'drizzle-orm'
import { paths } from '~/paths'
import { steppedBackWords } from '~/words/en/desk'
import { formatDay } from '~/words/en/format'
import { keepWords, keptLine } from '~/words/en/keep-current'
import { addressed, areaNames } from '~/words/en/names'
import { venueReads } from '~/words/en/states'
import type { Reader } from '~db/open.server'
import { events } from '~db/schema'
import { liaisonsOf } from '../accounts/queries.server'
import type { Reading } from '../context'
import { dayOf } from '../dates'
import type { ApplicationId, VenueId } from '../ids'
import { placeIn } from '../permissions/who'
import { nextClass } from '../training/class-venue.server'
import { zonesAtHome } from '../zones/zones-at-home'
import { changesToShare, waitingAmendment } from './amendment.server'
import { canMove, isDraft, standsAccredited } from './application'
import { holderOf, recusedFrom } from './hands.server'
import { keptThings } from './keep-current'
import { accreditedUntil, mayHoldCertificate, type OwnApplication } from './queries.server'
import { recentDraftsOf } from './recent-drafts.server'
import { roundsOf } from './rounds.server'
import { stateFacts } from './state-facts'
import { sentLetters, waysOn } from './ways-on.server'
import { workspaceOf } from './workspace.server'
import { dueLine } from './workspace-due.server'
import { nextThing } from './workspace-next.server'
import { progressOf } from './workspace-tasks.server'

/** A venue's home: where its application stands, and the one thing that is its to do next. */
export async function venueHomeOf(reading: Reading, venueId: VenueId) {
  const { db, actor } = reading
  const workspace = await workspaceOf(reading, venueId)
  const { venue, application } = workspace
  const letters = application?.roundsShared ? await sentLetters(db, application.id) : []
  const shares = application?.roundsShared ? await roundsOf(db, application.id) : []
  // While a round is being read, only what was sent of it already is there to read next.
  const inReading = application?.state === 'shared'
  const letterToRead = inReading
    ? letters.find(({ roundId }) => roundId === shares[0]?.id)
    : letters[0]
  const onDay = (moment: Date) => formatDay(dayOf(moment, workspace.timeZone))
  const until =
    application && mayHoldCertificate(application) ? await accreditedUntil(db, venueId) : null
  const stepped = application?.roundsShared ? await recusedFrom(db, application.id) : []
  const away = new Set(stepped.map(({ personId }) => personId))
  const liaisons = (await liaisonsOf(db, venue.districtId)).filter(({ id }) => !away.has(id))
  const pause = application?.state === 'paused' ? pauseOf(application, onDay) : null
  const accredited = application !== null && standsAccredited(application.state)
  const waiting = accredited ? await waitingAmendment(db, application) : null
  const counsel = application?.state === 'paused' && (await pausedForCounsel(db, application.id))
  return {
    venue: venue.name,
    privacy: workspace.privacy,
    due: await dueLine(db, venueId, workspace.today),
    confirmed: placeIn(actor, venueId)?.confirmed ?? false,
    state: application?.state ?? null,
    reads: application
      ? venueReads(
          stateFacts(application, workspace, { until, counsel, askAgainOn: pause?.asksOn }),
        )
      : '',
    pause,
    waysOn: await waysOn(reading, workspace),
    next: nextThing(workspace, venueId, { letterId: letterToRead?.id ?? null, until }),
    nextClass: await nextClass(reading, venueId),
    essentials: application ? progressOf(workspace, 'essentials') : null,
    liaisons: liaisons.map(addressed),
    steppedBack:
      application && stepped[0]
        ? steppedBackWords(stepped[0].name, (await holderOf(db, application.id))?.name ?? null)
        : '',
    district: venue.districtName ?? '',
    letters: letters.map(({ id, sentAt, area }) => ({
      id,
      to: paths.letter(venueId, id),
      words: `${area ? `Early letter about “${areaNames[area]}”` : 'Letter'}${sentAt ? ` of ${onDay(sentAt)}` : ''}`,
    })),
    shares: shares.map(({ id, sharedAt, reference }) => ({
      id,
      to: paths.round(venueId, id),
      words: `What you shared on ${onDay(sharedAt)}`,
      reference,
    })),
    zones: zonesAtHome(workspace.zones, venueId, {
      now: reading.now,
      timeZone: workspace.timeZone,
    }),
    recent:
      application && isDraft(application.state)
        ? await recentDraftsOf(db, venueId, workspace, reading.now)
        : [],
    newStandards: workspace.newStandards,
    accredited: until !== null,
    /** How many standards an accredited venue could share a change on. */
    changeWaits: waiting
      ? keepWords.changeWaits(onDay(waiting.sharedAt), formatDay(waiting.hearBy))
      : '',
    changed: accredited ? (await changesToShare(reading, workspace)).choices.length : 0,
    kept: keptLine(keptThings(workspace, venueId)),
    mayPause: application !== null && canMove('pause', application.state),
    mayStepAway: application !== null && canMove('step_away', application.state),
  }
}

export type VenueHome = Awaited<ReturnType<typeof venueHomeOf>>

/** What the venue noted for itself when it paused. */
function pauseOf(
  { pauseWords, askAgainOn, askedAgainAt }: OwnApplication,
  onDay: (moment: Date) => string,
) {
  return {
    words: pauseWords ?? '',
    asksOn: askedAgainAt ? null : askAgainOn,
    asked: askedAgainAt ? onDay(askedAgainAt) : '',
  }
}

/** Whether the venue said, when it paused, that its counsel or insurer is reading. */
async function pausedForCounsel(db: Reader, applicationId: ApplicationId): Promise<boolean> {
  const [row] = await db
    .select({ facts: events.facts })
    .from(events)
    .where(and(eq(events.applicationId, applicationId), eq(events.kind, 'application.paused')))
    .orderBy(desc(events.at))
    .limit(1)
  return row?.facts.counsel === true
}
