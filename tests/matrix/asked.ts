import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { askColleague } from '~/domain/feedback/ask-colleague.server'
import { askForPart } from '~/domain/feedback/ask-part.server'
import type { ApplicationId } from '~/domain/ids'
import { askSecondLook } from '~/domain/second-looks/ask-second-look.server'
import { giveSecondLook } from '~/domain/second-looks/give-second-look.server'
import type { Database } from '~db/open.server'
import { memberships } from '~db/schema'
import { aReadyVenue } from '~tests/support/certificates'
import { contextFor } from '~tests/support/factories'
import { doorsOf, idsFor, kindOf, type OpenTown, outcomeFor, siteRoutes } from './doors'
import { expectedFar, expectedNear, rows } from './rows'
import { type Ids, type Town, type VisitorName, visitorNames } from './town'

type Somebody = Pick<Town['ours'], 'people' | 'venueId'>
/** `home` is whose district it is: they hear why not, where others find nothing. */
type Asked = { route: string; ids: Ids; opensTo: VisitorName[]; home: VisitorName }

/**
 * A colleague of another district is asked to read the letter that is being written, and a coordinator to
 * write a part of it; the colleague is given a second look as well, at the other venue of that district.
 */
export async function askAround(
  db: Database,
  { ours, theirs, waiting }: { ours: Somebody; theirs: Somebody; waiting: Ids },
): Promise<{ partId: string }> {
  const now = new Date()
  const applicationId = waiting.applicationId as ApplicationId
  const liaison = await contextFor(db, ours.people.liaison, now)
  await askColleague(liaison, applicationId, { colleague: theirs.people.liaison, words: '' })
  const [place] = await db.select().from(memberships).where(eq(memberships.role, 'coordinator'))
  if (!place) throw new Error('There is no coordinator.')
  const asked = { writer: place.personId, area: 'service' as const, words: '' }
  const partId = await askForPart(liaison, applicationId, asked)
  const coordinator = await contextFor(db, place.personId, now)
  const owner = await contextFor(db, ours.people.owner, now)
  const lookId = await askSecondLook(owner, ours.venueId, { words: 'Look again.' })
  await giveSecondLook(coordinator, lookId, { colleague: theirs.people.liaison })
  return { partId }
}

/** What is open to nobody in the town as it was built, once it is asked for or in place: to these, and no others. */
export async function judgeAsked(town: OpenTown): Promise<void> {
  await town.onACopy(async (db) => {
    const { ours, theirs, waiting } = town
    const { partId } = await askAround(db, { ours, theirs, waiting: waiting.ids })
    const ready = await aReadyVenue(db, { districtId: ours.districtId, trainedUntil: '2100-01-01' })
    const part = { ...waiting.ids, partId }
    const application = 'liaison.applications.$applicationId'
    const cases: Asked[] = [
      {
        route: `${application}.response.read`,
        ids: waiting.ids,
        opensTo: ['otherLiaison'],
        home: 'liaison',
      },
      {
        route: `${application}.second-look`,
        ids: ours.ids,
        opensTo: ['otherLiaison'],
        home: 'liaison',
      },
      {
        route: 'parts.$partId.files.$fileId._index',
        ids: part,
        opensTo: ['coordinator'],
        home: 'liaison',
      },
      {
        route: 'parts.$partId.files.$fileId.pages.$page',
        ids: part,
        opensTo: ['coordinator'],
        home: 'liaison',
      },
      {
        route: `${application}.certificate`,
        ids: { applicationId: ready.applicationId },
        opensTo: ['liaison', 'coordinator'],
        home: 'liaison',
      },
    ]
    const wrong: string[] = []
    for (const each of cases) wrong.push(...(await unlike(town, each)))
    expect(wrong).toEqual([])
  })
}

/**
 * An invitation makes something of the person whom it names, whoever else has its link; the letter to a
 * venue of whoever is signed in and holds its code.
 */
export async function judgeLinks(town: OpenTown): Promise<void> {
  const placed: Record<string, VisitorName[]> = {}
  for (const name of ['invited.$token._index', 'claim.$code']) {
    const route = siteRoutes.find((each) => each.name === name)
    if (!route) throw new Error(`There is no ${name}.`)
    const ids = idsFor(town, route, 'ours')
    for (const visitor of visitorNames) {
      await town.onACopy(async (db) => {
        const places = () => db.select().from(memberships)
        const before = JSON.stringify(await places())
        await outcomeFor(town, route, { ids, visitor, door: 'document', write: true })
        if (JSON.stringify(await places()) === before) return
        placed[name] = [...(placed[name] ?? []), visitor]
      })
    }
  }
  const signedIn = visitorNames.filter((name) => !['nobody', 'removed', 'half'].includes(name))
  expect(placed).toEqual({ 'invited.$token._index': ['asked'], 'claim.$code': signedIn })
}

/** Whoever may come in does so last, for it may end what was open. */
async function unlike(
  town: OpenTown,
  { route: name, ids, opensTo, home }: Asked,
): Promise<string[]> {
  const route = siteRoutes.find((each) => each.name === name)
  const [read = 'nobody here', write] = rows[name] ?? []
  if (!route) return [`There is no ${name}.`]
  const others = visitorNames.filter((visitor) => !opensTo.includes(visitor))
  const wrong: string[] = []
  for (const visitor of [...others, ...opensTo]) {
    const opens = opensTo.includes(visitor)
    for (const [at, audience] of (write ? [read, write] : [read]).entries()) {
      const told = visitor === home ? expectedNear : expectedFar
      const expected = opens ? 'opens' : told(audience, kindOf(visitor))
      const facts = { ids, visitor, write: at === 1 }
      for (const door of doorsOf(route, facts.write).slice(opens ? 0 : -1)) {
        const found = await outcomeFor(town, route, { ...facts, door })
        if (found !== expected) wrong.push(`${visitor}, ${name}, ${door}: it ${found}`)
      }
    }
  }
  return wrong
}
