import { rmSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/lamplight-matrix-words-${process.pid}`
})

import { assign } from '~/domain/applications/assign.server'
import { askColleague } from '~/domain/feedback/ask-colleague.server'
import { savePart } from '~/domain/feedback/save-part.server'
import { suggestWords } from '~/domain/feedback/suggest-words.server'
import type { AccessId, ApplicationId, VenueId } from '~/domain/ids'
import { env } from '~/env.server'
import { deliverOutbox } from '~/jobs/deliver-outbox.server'
import { memoryTransport } from '~/mail/transport.server'
import { sharedRuler } from '~/words/en/ruler'
import { applicationAccess, applications, memberships, people, responseParts } from '~db/schema'
import { aDistrict, aLiaison, contextFor } from '~tests/support/factories'
import { textOf } from '~tests/support/judge-pdf'
import { type SiteRoute, siteRoutes } from '~tests/support/whole-site'
import { addressOf, anOpenTown, idsFor, type OpenTown, visitorNames } from './doors'
import { cookieOf, type Ids, type Planted, type VisitorName, type Words } from './town'

type Place = 'ours' | 'theirs' | 'first' | 'waiting'
/** The colleague was asked to read the draft for the venue that waits, and is of no use elsewhere. */
type Reader = VisitorName | 'waitingOwner' | 'colleague'

/** What reviewers write to one another. */
type AmongStaff = 'question' | 'suggestion' | 'part' | 'assignment'

const places: Place[] = ['ours', 'theirs', 'first', 'waiting']
const readers: Reader[] = [...visitorNames, 'waitingOwner', 'colleague']
const phrase = (what: keyof Words | AmongStaff | 'request', place: string) =>
  `Amber ${what} of ${place}`

function wordsOf(place: Place): Words {
  const of = (what: keyof Words) => phrase(what, place)
  return {
    ...{ policy: of('policy'), answer: of('answer'), evidence: of('evidence') },
    ...{ draftOpening: of('draftOpening'), letter: of('letter'), reply: of('reply') },
    ...{ staff: of('staff'), note: of('note') },
  }
}
const planted: Planted = {
  ...{ ours: wordsOf('ours'), theirs: wordsOf('theirs') },
  ...{ first: wordsOf('first'), waiting: wordsOf('waiting') },
  request: phrase('request', 'listed'),
}

const ruler = { importance: 7, confidence: 3 }
const ourTeam: Reader[] = ['owner', 'manager', 'helper']
const ourDesk: Reader[] = ['liaison', 'coordinator']
const theirDesk: Reader[] = ['otherLiaison', 'coordinator']

/** Who reads each phrase, and nobody else. A name of staff is shown to the desk where the venue showed it. */
const whoReads: Record<string, Reader[]> = {
  ...forEach(['policy', 'answer', 'evidence'], 'ours', ourTeam),
  ...forEach(['policy', 'answer', 'evidence'], 'theirs', ['otherOwner']),
  ...forEach(['policy', 'answer', 'evidence'], 'first', ['first']),
  ...forEach(['staff', 'letter', 'reply'], 'ours', [...ourTeam, ...ourDesk]),
  ...forEach(['staff', 'letter', 'reply'], 'theirs', ['otherOwner', ...theirDesk]),
  ...forEach(['staff'], 'first', ['first']),
  ...forEach(['staff'], 'waiting', ['waitingOwner']),
  ...forEach(['note'], 'ours', ourDesk),
  ...forEach(['note'], 'theirs', theirDesk),
  ...forEach(['draftOpening'], 'waiting', ['liaison', 'colleague']),
  [phrase('question', 'waiting')]: ['colleague'],
  [phrase('suggestion', 'waiting')]: ['liaison', 'colleague'],
  /** Its writer's own until they hand it over. */
  [phrase('part', 'waiting')]: ['partner'],
  [phrase('assignment', 'ours')]: ourDesk,
  [phrase('request', 'listed')]: ['coordinator'],
  /** The ruler of a venue that shared without it. */
  [sharedRuler(ruler)]: ourTeam,
}

function forEach(all: (keyof Words)[], place: Place, who: Reader[]): Record<string, Reader[]> {
  return Object.fromEntries(all.map((what) => [phrase(what, place), who]))
}

let town: OpenTown
let colleague: { cookie: string; email: string }
beforeAll(async () => {
  town = await anOpenTown(planted)
  const { venueId } = town.ours
  await town.db.transaction((tx) =>
    tx.update(applications).set({ ruler }).where(eq(applications.venueId, venueId)),
  )
  colleague = await aColleagueWhoReads(town)
  await aPartInWords(town)
  await anAssignment(town)
})
afterAll(async () => {
  await town.remove()
  rmSync(env.dataDir, { recursive: true, force: true })
})

test('a planted phrase is read by whom it is for, and by nobody else, at any address', async () => {
  const seen: Record<string, Set<Reader>> = {}
  for (const word of Object.keys(whoReads)) seen[word] = new Set()
  const wrong: string[] = []
  for (const route of siteRoutes) {
    for (const ids of idsOf(route)) {
      for (const reader of readers) {
        if (reader === 'colleague' && !isOfReviewers(route)) continue
        for (const text of await answersTo(route, ids, reader)) {
          for (const [word, who] of Object.entries(whoReads)) {
            if (!text.includes(word)) continue
            seen[word]?.add(reader)
            if (!who.includes(reader)) wrong.push(`${reader} reads "${word}" at ${route.name}`)
          }
        }
      }
    }
  }
  expect([...new Set(wrong)]).toEqual([])
  for (const [word, who] of Object.entries(whoReads)) {
    expect([...(seen[word] ?? [])].sort(), word).toEqual([...who].sort())
  }
}, 300_000)

test('no mail takes a planted phrase to anybody outside', async () => {
  const { db } = town
  const transport = memoryTransport()
  const log = { info: () => {}, warn: () => {} }
  const clock = () => new Date(Date.now() + 86_400_000)
  await deliverOutbox({ db, transport, log, publicUrl: env.publicUrl, clock })
  expect(transport.sent.length).toBeGreaterThan(0)

  const held = await db.select().from(memberships)
  const known = await db.select().from(people)
  const teamOf = (venueId: VenueId) => {
    const ids = held.filter((place) => place.venueId === venueId).map(({ personId }) => personId)
    return known.filter(({ id }) => ids.includes(id)).map(({ email }) => email)
  }
  const teams = { ours: teamOf(town.ours.venueId), theirs: teamOf(town.theirs.venueId) }
  const wrong = transport.sent.flatMap((mail) =>
    Object.keys(whoReads)
      .filter((word) => JSON.stringify(mail).includes(word))
      .filter((word) => !mayBeMailed(word, mail.to, teams))
      .map((word) => `"${word}" in "${mail.subject}" to ${mail.to}`),
  )
  expect(wrong).toEqual([])
})

/** A letter and a reply may be told to the venue itself, and a question to whom it is asked. Nothing else leaves the pages. */
function mayBeMailed(
  word: string,
  to: string,
  teams: Record<'ours' | 'theirs', (string | null)[]>,
) {
  if (word === phrase('question', 'waiting')) return to === colleague.email
  const of = word.endsWith('ours') ? teams.ours : word.endsWith('theirs') ? teams.theirs : []
  return /^Amber (letter|reply) /.test(word) && of.includes(to)
}

/** Every set of ids with which an address can be asked: of each venue, and of what the desk has listed. */
function idsOf(route: SiteRoute): Ids[] {
  const ours = idsFor(town, route, 'ours')
  if (route.params.length === 0) return [ours]
  if (route.name.startsWith('coordinator.')) return [idsFor(town, route, 'listed')]
  const waiting = { ...town.ids.absent, ...town.waiting.ids }
  const all = places.map((place) => (place === 'waiting' ? waiting : idsFor(town, route, place)))
  return [...new Map(all.map((ids) => [addressOf(route, ids), ids])).values()]
}

/** What somebody gets to read there: as data first, and drawn as a page wherever there was something. */
async function answersTo(route: SiteRoute, ids: Ids, reader: Reader): Promise<string[]> {
  const cookie = cookieOfReader(reader)
  const path = addressOf(route, ids)
  const page = route.module.default !== undefined
  if (!page) return [await textIn(await town.site.ask(path, { cookie }))]
  if (!route.module.loader) return [await textIn(await town.site.ask(path, { cookie }))]
  const data = await town.site.ask(path, { cookie, data: route.name })
  const text = await textIn(data)
  if (data.status !== 200) return [text]
  return [text, await textIn(await town.site.ask(path, { cookie }))]
}

function cookieOfReader(reader: Reader): string | undefined {
  if (reader === 'waitingOwner') return town.waiting.cookie
  return reader === 'colleague' ? colleague.cookie : town.cookies[reader]
}

function isOfReviewers({ name }: SiteRoute): boolean {
  return name.startsWith('liaison.') || name.startsWith('letters.')
}

/** A liaison of a third district, asked to read the draft that waits: they suggest words. */
async function aColleagueWhoReads({ db, ours, waiting }: OpenTown) {
  const now = new Date()
  const personId = await aLiaison(db, await aDistrict(db, 'Canal'))
  const lead = await contextFor(db, ours.people.liaison, now)
  const reader = await contextFor(db, personId, now)
  const applicationId = waiting.ids.applicationId as ApplicationId
  const question = { colleague: personId, words: phrase('question', 'waiting') }
  await askColleague(lead, applicationId, question)
  await suggestWords(reader, applicationId, {
    note: phrase('suggestion', 'waiting'),
    suggestions: [],
    handBack: false,
  })
  const cookie = await cookieOf(db, personId, ['password', 'totp'])
  return { cookie, email: reader.actor.person.email }
}

/** What a partner writes in the part of that draft that they were asked for. */
async function aPartInWords({ db, ours }: OpenTown): Promise<void> {
  const accessId = ours.ids.partId as AccessId
  const [part] = await db.select().from(responseParts).where(eq(responseParts.accessId, accessId))
  const [access] = await db
    .select()
    .from(applicationAccess)
    .where(eq(applicationAccess.id, accessId))
  if (!part || !access) throw new Error('Nobody was asked for a part.')
  const partner = await contextFor(db, access.personId, new Date())
  const items = part.draft.items.map((item) => {
    return { ...item, words: phrase('part', 'waiting'), roundEvidenceId: '' }
  })
  const { revision, draft } = part
  await savePart(partner, accessId, { revision, draft: { ...draft, items } })
}

/** A word of the liaison's to the desk, with the application that is in their hands. */
async function anAssignment({ db, ours }: OpenTown): Promise<void> {
  const { liaison } = ours.people
  const applicationId = ours.ids.applicationId as ApplicationId
  const [row] = await db.select().from(applications).where(eq(applications.id, applicationId))
  const words = phrase('assignment', 'ours')
  const given = { to: liaison, words, seen: row?.liaisonId ?? '' }
  await assign(await contextFor(db, liaison, new Date()), applicationId, given)
}

/** The words of an answer, also those inside a PDF or an archive. */
async function textIn(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return `${JSON.stringify([...answer.headers])} ${await wordsIn(bytes)}`
}

async function wordsIn(bytes: Uint8Array): Promise<string> {
  const begins = strFromU8(bytes.subarray(0, 5), true)
  if (begins.startsWith('PK')) {
    const files = Object.entries(unzipSync(bytes))
    const texts = await Promise.all(files.map(([, content]) => wordsIn(content)))
    return [...files.map(([name]) => name), ...texts].join('\n')
  }
  if (begins === '%PDF-') return textOf(bytes)
  return strFromU8(bytes)
}
