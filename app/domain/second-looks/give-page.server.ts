import { and, asc, eq, isNull } from 'drizzle-orm'
import { formatDayOf } from '~/words/en/format'
import { addressed } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import { applications, districts, people, secondLooks, venues } from '~db/schema'
import { type Application, applicationFor } from '../applications/queries.server'
import type { Actor, Reading } from '../context'
import { NotFound } from '../errors'
import type { SecondLookId } from '../ids'
import { canRunProgram } from '../permissions/desk'
import { permit } from '../permissions/permission'
import { canGiveSecondLook } from '../permissions/second-look'
import { programOf } from '../standards/program.server'
import { whoWasNotInvolved } from './not-involved.server'
import { isOpenLook, type SecondLook } from './queries.server'

/** The open second looks, the oldest first, each with who takes it. */
export async function openLooksPage({ db, actor }: Reading) {
  permit(canRunProgram(actor))
  const { timeZone } = await programOf(db)
  const rows = await db
    .select({
      id: secondLooks.id,
      applicationId: secondLooks.applicationId,
      askedAt: secondLooks.askedAt,
      givenAt: secondLooks.givenAt,
      venue: venues.name,
      district: districts.name,
      name: people.name,
      title: people.title,
    })
    .from(secondLooks)
    .innerJoin(applications, eq(applications.id, secondLooks.applicationId))
    .innerJoin(venues, eq(venues.id, applications.venueId))
    .leftJoin(districts, eq(districts.id, venues.districtId))
    .leftJoin(people, eq(people.id, secondLooks.givenTo))
    .where(isOpenLook())
    .orderBy(asc(secondLooks.askedAt), asc(secondLooks.id))
  return rows.map(({ id, applicationId, venue, district, askedAt, givenAt, name, title }) => ({
    ...{ id, applicationId, venue, district: district ?? '' },
    askedOn: formatDayOf(askedAt, timeZone),
    givenOn: givenAt ? formatDayOf(givenAt, timeZone) : '',
    givenTo: name ? addressed({ name, title }) : '',
  }))
}

/** How many second looks wait for a coordinator to give them to somebody. */
export function looksToGive({ db, actor }: Reading): Promise<number> {
  permit(canRunProgram(actor))
  return db.$count(secondLooks, and(isOpenLook(), isNull(secondLooks.givenTo)))
}

/** One second look with what the venue asked, and who could take it. */
export async function givePage({ db, actor }: Reading, id: SecondLookId) {
  const { look, application } = await lookToGive(db, actor, id)
  const { timeZone } = await programOf(db)
  const waits = !look.givenTo && !look.answeredAt && !look.withdrawnAt
  const colleagues = waits ? await whoWasNotInvolved(db, application) : []
  return {
    applicationId: application.id,
    venue: application.venueName,
    words: look.words,
    askedOn: formatDayOf(look.askedAt, timeZone),
    waits,
    colleagues: colleagues.map((each) => ({ value: each.id, label: each.label })),
  }
}

/** A second look with its application, for a coordinator who may give it to somebody. */
export async function lookToGive(
  db: Reader,
  actor: Actor,
  id: SecondLookId,
): Promise<{ look: SecondLook; application: Application }> {
  permit(canRunProgram(actor))
  const [look] = await db.select().from(secondLooks).where(eq(secondLooks.id, id))
  if (!look) throw new NotFound()
  const application = await applicationFor(db, actor, look.applicationId)
  permit(canGiveSecondLook(actor, application))
  return { look, application }
}
