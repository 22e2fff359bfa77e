import { and, asc, desc, eq, gt, isNull, like, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { prepared, type Reader } from '~db/open.server'
import { classes, districts, venues } from '~db/schema'
import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { ClassId, DistrictId, VenueId } from '../ids'
import { canArrangeClasses } from '../permissions/class'
import { permit } from '../permissions/permission'
import type { TrainingClass } from './class'

export const pageSize = 20

const columns = {
  id: classes.id,
  title: classes.title,
  trainingType: classes.trainingType,
  districtId: classes.districtId,
  district: districts.name,
  startsAt: classes.startsAt,
  endsAt: classes.endsAt,
  place: classes.place,
  host: classes.host,
  seats: classes.seats,
  signUp: classes.signUp,
  words: classes.words,
  revision: classes.revision,
  calledOffAt: classes.calledOffAt,
}

/** A class, for a coordinator. */
export async function classFor({ db, actor }: Pick<Reading, 'db' | 'actor'>, id: ClassId) {
  permit(canArrangeClasses(actor))
  const [row] = await from(db).where(eq(classes.id, id))
  if (!row) throw new NotFound()
  return row
}

type Asked = { show: 'to_come' | 'past'; words: string; after: ClassId | null }

/** Classes a page at a time: to come the soonest first, past the latest first, those called off among them. */
export async function classesPage({ db, actor, now }: Reading, { show, words, after }: Asked) {
  permit(canArrangeClasses(actor))
  const coming = show === 'to_come'
  const side = coming ? gt(classes.endsAt, now) : lte(classes.endsAt, now)
  const found = and(side, matches(words))
  const place = after ? await placeOf(db, after) : undefined
  const rows = await from(db)
    .where(and(found, place && beyond(place, coming)))
    .orderBy(
      coming ? asc(classes.startsAt) : desc(classes.startsAt),
      coming ? asc(classes.id) : desc(classes.id),
    )
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  return {
    classes: shown as TrainingClass[],
    total: await db.$count(classes, found),
    /** How many there are of either side, whatever is searched: search stands where a list is long. */
    all: await db.$count(classes, side),
    next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** The classes to come for venues of a district, the soonest first; without a district, those for everybody. */
export async function classesToCome(
  db: Reader,
  districtId: DistrictId | null,
  now: Date,
): Promise<TrainingClass[]> {
  return comingRows(db).execute({ districtId: districtId ?? '', now: now.getTime() })
}

/** The same for one venue's people, by the district that the venue is in now. */
export async function classesForVenue(
  db: Reader,
  venueId: VenueId,
  now: Date,
): Promise<TrainingClass[]> {
  return rowsForVenue(db).execute({ venueId, now: now.getTime() })
}

const most = 50

const comingRows = prepared((db) =>
  coming(db, eq(classes.districtId, sql.placeholder('districtId'))),
)

const rowsForVenue = prepared((db) =>
  coming(
    db,
    eq(
      classes.districtId,
      db
        .select({ districtId: venues.districtId })
        .from(venues)
        .where(eq(venues.id, sql.placeholder('venueId'))),
    ),
  ),
)

function coming(db: Reader, inDistrict: SQL) {
  return from(db)
    .where(
      and(
        gt(classes.endsAt, sql.placeholder('now')),
        isNull(classes.calledOffAt),
        or(isNull(classes.districtId), inDistrict),
      ),
    )
    .orderBy(asc(classes.startsAt), asc(classes.id))
    .limit(most)
}

function from(db: Reader) {
  return db
    .select(columns)
    .from(classes)
    .leftJoin(districts, eq(districts.id, classes.districtId))
    .$dynamic()
}

/** The signs that LIKE reads as "anything" stand for themselves. */
function matches(words: string): SQL | undefined {
  const asked = words.trim().replace(/[\\%_]/g, '')
  if (!asked) return undefined
  const part = `%${asked}%`
  return or(like(classes.title, part), like(classes.place, part), like(classes.host, part))
}

async function placeOf(db: Reader, id: ClassId) {
  const [row] = await db
    .select({ id: classes.id, startsAt: classes.startsAt })
    .from(classes)
    .where(eq(classes.id, id))
  return row
}

function beyond({ id, startsAt }: { id: ClassId; startsAt: Date }, coming: boolean) {
  const further = coming ? gt : lt
  return or(
    further(classes.startsAt, startsAt),
    and(eq(classes.startsAt, startsAt), further(classes.id, id)),
  )
}
