import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { formatDayOf } from '~/words/en/format'
import { addressed } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import { people, secondLooks } from '~db/schema'
import type { ApplicationId } from '../ids'
import { programOf } from '../standards/program.server'

export type SecondLook = typeof secondLooks.$inferSelect

/** Asked, and neither answered nor taken back. */
export function isOpenLook() {
  return and(isNull(secondLooks.answeredAt), isNull(secondLooks.withdrawnAt))
}

/** The open second look of an application, if there is one; the caller has read the application. */
export async function openLookOf(db: Reader, id: ApplicationId): Promise<SecondLook | null> {
  const [look] = await db
    .select()
    .from(secondLooks)
    .where(and(eq(secondLooks.applicationId, id), isOpenLook()))
  return look ?? null
}

/** Every second look of an application as both sides read it, the newest first; the caller has read the application. */
export async function looksOf(db: Reader, id: ApplicationId) {
  const looks = await db
    .select()
    .from(secondLooks)
    .where(eq(secondLooks.applicationId, id))
    .orderBy(desc(secondLooks.askedAt), desc(secondLooks.id))
  if (looks.length === 0) return []
  const { timeZone } = await programOf(db)
  const names = await namesOf(db, looks)
  const on = (moment: Date | null) => (moment ? formatDayOf(moment, timeZone) : '')
  return looks.map((look) => ({
    id: look.id,
    words: look.words,
    askedBy: names.get(look.askedBy) ?? '',
    askedOn: on(look.askedAt),
    lookedAtBy: look.givenTo ? (names.get(look.givenTo) ?? '') : '',
    givenOn: on(look.givenAt),
    answer: look.answer ?? '',
    answeredOn: on(look.answeredAt),
    withdrawnOn: on(look.withdrawnAt),
    open: look.answeredAt === null && look.withdrawnAt === null,
  }))
}

export type LookWords = Awaited<ReturnType<typeof looksOf>>[number]

async function namesOf(db: Reader, looks: SecondLook[]) {
  const ids = looks.flatMap(({ askedBy, givenTo }) => (givenTo ? [askedBy, givenTo] : [askedBy]))
  const rows = await db
    .select({ id: people.id, name: people.name, title: people.title })
    .from(people)
    .where(inArray(people.id, ids))
  return new Map(rows.map(({ id, ...person }) => [id, addressed(person)]))
}
