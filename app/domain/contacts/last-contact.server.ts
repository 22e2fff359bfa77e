import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import { momentOfDay } from '~db/day-moment.server'
import { contacts, events } from '~db/schema'
import type { EventKind } from '../events'

/**
 * What of the record is a contact: the program and a venue reached each other. An invitation that
 * nobody answered is none, and nothing of what a venue drafts is here.
 */
const contactEvents = [
  'venue.claimed',
  'venue.asked_to_join',
  'venue.join_confirmed',
  'application.shared',
  'application.amended',
  'application.paused',
  'application.resumed',
  'application.came_back',
  'response.sent',
  'response.replied',
  'step.answered',
  'certificate.issued',
] as const satisfies readonly EventKind[]

/**
 * When the program and a venue were last in touch, in milliseconds, by the record and by the log of
 * contacts; 0 where they never were. For queries over `venues`.
 */
export const lastContactOfVenue: SQL<number> = sql<number>`coalesce((select max(moment) from (
  select ${events.at} as moment from ${events}
    where ${events.venueId} = venues.id and ${inArray(events.kind, [...contactEvents])}
  union all
  select ${momentOfDay(contacts.happenedOn)} from ${contacts}
    where ${contacts.venueId} = venues.id and ${contacts.removedAt} is null
    and ${eq(contacts.enforcement, false)})), 0)`
