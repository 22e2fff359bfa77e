import {
  and,
  asc,
  count,
  eq,
  gt,
  inArray,
  isNull,
  ne,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { outreachWords } from '~/words/en/outreach'
import { standingNames } from '~/words/en/standings'
import type { Reader } from '~db/open.server'
import { applicationAccess, applications, districts, venues } from '~db/schema'
import { matchesWords } from '~db/search.server'
import type { Actor, Reading } from '../context'
import { dayOf, daysBetween } from '../dates'
import { districtChoices } from '../districts/own-districts.server'
import type { VenueId } from '../ids'
import { notMerged } from '../live-venues.server'
import { canOpenDesk, districtsOnDesk } from '../permissions/desk'
import { permit } from '../permissions/permission'
import { programOf } from '../standards/program.server'
import { keptStanding } from '../venues/venue-standing.server'
import { lastContactOfVenue } from './last-contact.server'

export type OutreachFilter = {
  words: string
  /** The slug of a district. */
  district: string
  after: string
}

const pageSize = 25

/**
 * The venues of somebody's districts, those first that heard from the program the longest time ago or
 * never: the hard to reach come before the easy ones. A venue that stepped away is left in peace, and
 * one that the reader stepped back from is a colleague's.
 */
export async function outreachPage({ db, actor, now }: Reading, filter: OutreachFilter) {
  permit(canOpenDesk(actor))
  const { timeZone } = await programOf(db)
  const today = dayOf(now, timeZone)
  const standing = await keptStanding(db, now)
  const asked = and(
    notMerged,
    inDistrictsOf(actor),
    filter.district ? eq(districts.slug, filter.district) : undefined,
    await matchesWords(db, filter.words),
    ne(standing, 'stepped_away'),
    notSteppedBack(db, actor),
  )
  const found = await db
    .select({
      id: venues.id,
      name: venues.name,
      address: venues.address,
      phone: venues.phone,
      district: districts.name,
      standing: standing.as('standing'),
      last: lastContactOfVenue.as('last'),
    })
    .from(venues)
    .leftJoin(districts, eq(districts.id, venues.districtId))
    .where(and(asked, beyond(filter.after)))
    .orderBy(asc(lastContactOfVenue), asc(venues.id))
    .limit(pageSize + 1)
  const [counted] = await db
    .select({ total: count() })
    .from(venues)
    .leftJoin(districts, eq(districts.id, venues.districtId))
    .where(asked)
  const rows = found.slice(0, pageSize)
  const end = found.length > pageSize ? rows.at(-1) : undefined
  return {
    filter: { words: filter.words, district: filter.district },
    total: counted?.total ?? 0,
    next: end ? `${end.last}~${end.id}` : null,
    districts: await districtChoices(db, actor),
    rows: rows.map((row) => {
      const day = row.last ? dayOf(new Date(row.last), timeZone) : null
      return {
        id: row.id,
        name: row.name,
        where: [row.address, row.district].filter(Boolean).join(', '),
        phone: row.phone,
        standing: standingNames[row.standing],
        last: day ? outreachWords.last(day, daysBetween(day, today)) : outreachWords.never,
      }
    }),
  }
}

function inDistrictsOf(actor: Actor): SQL | undefined {
  const own = districtsOnDesk(actor)
  if (own === 'all') return undefined
  return own.length > 0 ? inArray(venues.districtId, own) : sql`0 = 1`
}

function notSteppedBack(db: Reader, actor: Actor): SQL {
  return notExists(
    db
      .select({ one: sql`1` })
      .from(applicationAccess)
      .innerJoin(applications, eq(applications.id, applicationAccess.applicationId))
      .where(
        and(
          eq(applications.venueId, venues.id),
          eq(applicationAccess.personId, actor.person.id),
          eq(applicationAccess.kind, 'recused'),
          isNull(applicationAccess.endedAt),
        ),
      ),
  )
}

function beyond(after: string): SQL | undefined {
  const [at = '', id = ''] = after.split('~')
  if (!id) return undefined
  const last = Number(at) || 0
  return or(
    sql`${lastContactOfVenue} > ${last}`,
    and(sql`${lastContactOfVenue} = ${last}`, gt(venues.id, id as VenueId)),
  )
}
