import { paths } from '~/paths'
import { walkTime } from '~/words/en/walks'
import type { Reading } from '../context'
import { addDays } from '../dates'
import { NotFound } from '../errors'
import type { VenueId, WalkId } from '../ids'
import { roomWords } from '../policies/file-room.server'
import { programOf, todayIn } from '../standards/program.server'
import type { CalendarEvent } from '../training/calendar-file'
import { standingOf, walkDeeds, walkEnds } from './walk'
import { checklistOf } from './walk-notes.server'
import { photosOf } from './walk-photos.server'
import { sideAt, walkFor } from './walk-queries.server'

/** A walk-through as one of its two sides opens it. */
export async function walkPage({ db, actor, now }: Reading, id: WalkId) {
  const open = await walkFor(db, actor, id)
  const { timeZone } = await programOf(db)
  const { walk, venue, side } = open
  return {
    ...{ id, side, venue: venue.name, address: venue.address, state: walk.state },
    back: paths.contacts(side, venue.id),
    standing: standingOf(walk, side, timeZone),
    times: walk.times.map((time) => ({
      value: String(time),
      label: walkTime(new Date(time), timeZone),
    })),
    revision: String(walk.revision),
    deeds: walkDeeds(walk, side, now),
    checklist: await checklistOf(db, id, timeZone),
    photos: (await photosOf(db, id)).map((photo) => ({
      id: photo.id,
      name: photo.name,
      to: paths.walkPhoto(id, photo.id),
      removeTo: paths.removeWalkPhoto(id, photo.id),
      waits: photo.held !== null || photo.foundIn !== null,
    })),
    room: await roomWords(db, venue.id),
    ...(await nextDays({ db, now })),
  }
}

/** The form for three times: days of the coming week stand there, to be changed. */
export async function proposePage({ db, actor, now }: Reading, venueId: VenueId) {
  const { venue, side } = await sideAt(db, actor, venueId)
  return {
    ...{ side, venue: venue.name, address: venue.address, back: paths.contacts(side, venueId) },
    ...(await nextDays({ db, now })),
  }
}

/** The agreed time for a calendar program: an hour, at the venue. There is none before and after. */
export async function walkEvent({ db, actor }: Reading, id: WalkId) {
  const { walk, venue } = await walkFor(db, actor, id)
  if (!walk.startsAt || walk.state === 'called_off') throw new NotFound()
  const event: CalendarEvent = {
    id,
    title: `Walk-through: ${venue.name}`,
    detail: 'A look around together: light, corners, exits, the line outside.',
    place: `${venue.name}, ${venue.address}`,
    startsAt: walk.startsAt,
    endsAt: walkEnds(walk.startsAt),
  }
  return { venue: venue.name, event }
}

async function nextDays({ db, now }: Pick<Reading, 'db' | 'now'>) {
  const today = await todayIn(db, now)
  return { today, days: [3, 4, 7].map((ahead) => addDays(today, ahead)) }
}
