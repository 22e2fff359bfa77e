import { eq } from 'drizzle-orm'
import { databaseFile } from '~/db.server'
import { newId, type PersonId } from '~/domain/ids'
import { type Database, openDatabase } from '~db/open.server'
import { districts, memberships, people, program, reviewerAgreements } from '~db/schema'
import type { Role } from '~db/vocabulary'
import { type RunningLamplight, startLamplight } from '../server'

/** A running site with an empty program that is marked as a demo, so that its doors and its mailbox open. */
export type Site = RunningLamplight & { db: Database }

export async function startSite(): Promise<Site> {
  const lamplight = await startLamplight({ demo: false })
  const db = openDatabase(databaseFile(lamplight.dataDir))
  await db.transaction((tx) => tx.update(program).set({ demoSeededAt: new Date() }))
  return {
    ...lamplight,
    db,
    async stop() {
      await db.close()
      await lamplight.stop()
    },
  }
}

type Place = { district?: string; venueId?: `ven_${string}` }

/** Somebody whom the demo door lets in. */
export async function addPerson(
  { db }: Site,
  name: string,
  role: Role,
  { district, venueId }: Place = {},
): Promise<PersonId> {
  const now = new Date()
  const personId = newId('per')
  await db.transaction(async (tx) => {
    const [place] = district
      ? await tx.select().from(districts).where(eq(districts.name, district))
      : []
    if (district && !place) throw new Error(`There is no district ${district}.`)
    const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.com`
    const title = role === 'liaison' ? 'Sgt.' : null
    await tx
      .insert(people)
      .values({ id: personId, email, name, title, createdAt: now, emailConfirmedAt: now })
    if (role === 'liaison' || role === 'coordinator') {
      await tx.insert(reviewerAgreements).values({ personId, acceptedAt: now })
    }
    await tx.insert(memberships).values({
      id: newId('mem'),
      personId,
      role,
      venueId: venueId ?? null,
      districtId: place?.id ?? null,
      createdAt: now,
      confirmedAt: now,
    })
  })
  return personId
}
