import type { Database, Reader, Tx } from '~db/open.server'
import { zoneNightReminders } from '~db/schema'
import type { Day } from '../dates'
import type { PersonId } from '../ids'
import { queueEmail } from '../outbox.server'
import { programOf } from '../standards/program.server'
import { type ComingNight, comingNight } from './coming-night'
import { nightFacts } from './night-facts'
import { publicZones } from './queries.server'
import { wishesFor } from './wishes-for.server'
import { isWithinReach } from './within-reach'
import type { Zone } from './zone'

type Due = ComingNight & { zone: Zone }

/**
 * Reminds who asked for it of the nights that open today: one mail for each person and night, for all
 * their venues and zones, from 3 PM until a zone has opened. Claimed in the transaction that queues
 * the mail, so that it goes out once, whoever runs this and how often. Answers how many went out.
 */
export async function remindOfNights(db: Database, now: Date): Promise<number> {
  const { timeZone } = await programOf(db)
  const due = (await publicZones(db)).flatMap((zone): Due[] => {
    const coming = comingNight(zone, now, timeZone)
    return coming ? [{ ...coming, zone }] : []
  })
  let reminded = 0
  for (const night of new Set(due.map((each) => each.night))) {
    const tonight = due.filter((each) => each.night === night)
    for (const personId of await peopleWaiting(db, night, tonight)) {
      const told = await db.transaction((tx) => remind(tx, personId, tonight, { now, timeZone }))
      if (told) reminded += 1
    }
  }
  return reminded
}

/** One person's mail. Their wishes are read again inside the transaction: one may have ended meanwhile. */
async function remind(
  tx: Tx,
  personId: PersonId,
  tonight: readonly Due[],
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<boolean> {
  const [{ night } = { night: null }] = tonight
  if (!night) return false
  const zones = tonight.map(({ zone }) => zone)
  const wishes = await wishesFor(tx, { night, zones, personId })
  const places = wishes.flatMap((wish) =>
    tonight
      .filter(({ zone }) => isWithinReach(wish, zone))
      .map((each) => ({ ...each, venue: wish.venue, venueId: wish.venueId })),
  )
  const [person] = wishes
  if (!person || places.length === 0) return false
  const claimed = await tx
    .insert(zoneNightReminders)
    .values({ personId, night, at: now })
    .onConflictDoNothing()
    .returning({ night: zoneNightReminders.night })
  if (claimed.length === 0) return false
  const to = { id: personId, email: person.email, locale: person.locale }
  await queueEmail(tx, to, 'zone-tonight', nightFacts(places, timeZone), now)
  return true
}

/** Who wishes it for a venue near one of these zones, and was not reminded of this night yet. */
async function peopleWaiting(db: Reader, night: Day, tonight: readonly Due[]) {
  const zones = tonight.map(({ zone }) => zone)
  const wishes = await wishesFor(db, { night, zones })
  const near = wishes.filter((wish) => zones.some((zone) => isWithinReach(wish, zone)))
  return new Set(near.map(({ personId }) => personId))
}
