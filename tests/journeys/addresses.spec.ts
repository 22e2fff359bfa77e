import { type APIRequestContext, request } from '@playwright/test'
import { storedValue, venueNamed } from '~tests/support/journey/demo'
import { requestsOf } from '~tests/support/journey/requests-of'
import { routePatterns } from '~tests/support/journey/route-patterns'
import { everything } from '~tests/support/journey/submit-twice'
import { expect, test } from '~tests/support/journey/watched-test'
import { type RunningLamplight, startLamplight } from '~tests/support/server'

/** Whether somebody else's record can be told from one that does not exist: status, body and headers. */

let lamplight: RunningLamplight

test.beforeAll(async () => {
  lamplight = await startLamplight({ demo: true })
})
test.afterAll(() => lamplight.stop())

/** The addresses that name a record. */
const addresses = routePatterns().filter((pattern) =>
  /^\/(venue|liaison|coordinator)\/.*\$/.test(pattern),
)

const ofVenues = addresses.filter((pattern) => pattern.startsWith('/venue/'))
const ofStaff = addresses.filter((pattern) => !pattern.startsWith('/venue/'))

/** What names no record: a standard, a kind of evidence, a section of a template, a number; no name is shown. */
const common = {
  ...{ code: 'SRV-1', kind: 'policy', anchor: 'purpose', page: '1', area: 'service' },
  ...{ alias: 'Bartender%201', showingId: 'sho_0000000000000000' },
  // The demo has none of these; the matrix asks for some that are there.
  ...{ placeInvitationId: 'pin_0000000000000000', removalId: 'rmv_0000000000000000' },
  signatureId: 'sgn_0000000000000000',
  secondLookId: 'slk_0000000000000000',
  ...{ accessId: 'acc_0000000000000000', partId: 'acc_0000000000000000' },
  noteId: 'nte_0000000000000000',
}

test('a record of another venue answers as one that does not exist', async () => {
  const marta = idsOf('The Lantern Room')
  const hank = idsOf('Copper Kettle Taproom')
  const owner = await requestsOf(lamplight, 'Marta Castillo')
  const stranger = await requestsOf(lamplight, 'Hank Olsen')

  // Something could leak: its own people are let in, and a download of theirs is recorded.
  const own = await Promise.all(ofVenues.map((pattern) => statusOf(owner, fill(pattern, marta))))
  expect(own.filter((status) => status === 200).length).toBeGreaterThan(25)
  const before = everything(lamplight.dataDir)

  for (const pattern of ofVenues) {
    await sameAnswer(stranger, fill(pattern, marta), fill(pattern, absentOf(marta)), [404, 405])
    if (!/\$(?!venueId|code|kind|anchor|area)/.test(pattern)) continue
    const here = { venueId: hank.venueId }
    const foreign = fill(pattern, { ...marta, ...here })
    await sameAnswer(
      stranger,
      foreign,
      fill(pattern, { ...absentOf(marta), ...here }),
      [404, 405, 422],
    )
  }
  expect(everything(lamplight.dataDir)).toEqual(before)
})

test('an application of another district answers as one that does not exist', async () => {
  const marta = idsOf('The Lantern Room')
  const liaison = await requestsOf(lamplight, 'Dana Whitfield')
  const elsewhere = await requestsOf(lamplight, 'Samir Patel')
  const before = everything(lamplight.dataDir)
  const patterns = ofStaff.filter((pattern) => pattern.startsWith('/liaison/'))
  const own = await Promise.all(patterns.map((pattern) => statusOf(liaison, fill(pattern, marta))))
  expect(own.filter((status) => status === 200).length).toBeGreaterThan(4)

  for (const pattern of patterns) {
    const [foreign, absent] = [fill(pattern, marta), fill(pattern, absentOf(marta))]
    await sameAnswer(elsewhere, foreign, absent, [404, 405, 422])
  }
  expect(everything(lamplight.dataDir)).toEqual(before)
})

test('nobody but staff can tell which records of the staff exist', async () => {
  const marta = idsOf('The Lantern Room')
  const owner = await requestsOf(lamplight, 'Marta Castillo')
  const visitor = await request.newContext({ baseURL: lamplight.url })
  for (const pattern of ofStaff) {
    const [there, absent] = [fill(pattern, marta), fill(pattern, absentOf(marta))]
    await sameAnswer(owner, there, absent, [403, 405])
    await sameAnswer(visitor, there, absent, [302, 401, 405])
  }
})

test('a venue that is not accredited has no public page, just as one that does not exist', async () => {
  const visitor = await request.newContext({ baseURL: lamplight.url })
  const [accredited, drafting] = [slugOf('Foghorn Hall'), slugOf('Copper Kettle Taproom')]
  expect(await statusOf(visitor, `/venues/${accredited}`)).toBe(200)
  await sameAnswer(visitor, `/venues/${drafting}`, `/venues/${absent(drafting)}`, [404, 405])
})

type Ids = Record<string, string> & { venueId: string }

/** Every kind of id that an address can hold, of one venue of the demo or, for what it lacks, of another. */
function idsOf(venue: string): Ids {
  const one = (sql: string, ...given: string[]) => storedValue(lamplight, sql, ...given)
  const venueId = venueNamed(lamplight, venue)
  const of = (table: string) => one(`SELECT id FROM ${table} WHERE venue_id = ?`, venueId)
  const applicationId = of('applications')
  const roundId = one('SELECT id FROM rounds WHERE application_id = ?', applicationId)
  const responseId = one('SELECT id FROM responses WHERE round_id = ?', roundId)
  const step = "SELECT id FROM response_items WHERE response_id = ? AND kind = 'next_step'"
  return {
    ...common,
    venueId,
    applicationId,
    roundId,
    roundEvidenceId: one('SELECT id FROM round_evidence WHERE round_id = ?', roundId),
    responseId,
    itemId: one(step, responseId),
    policyId: of('policies'),
    evidenceId: one('SELECT id FROM evidence WHERE application_id = ?', applicationId),
    fileId: of('files'),
    staffId: of('staff'),
    recordId: of('training_records'),
    importId: of('roster_imports'),
    invitationId: of('invitations'),
    requestId: one('SELECT id FROM join_requests'),
    // Near The Lantern Room, and out of reach of Copper Kettle Taproom.
    zoneId: one("SELECT id FROM zones WHERE slug = 'rope-walk'"),
    classId: one('SELECT id FROM classes'),
    contactId: of('contacts'),
    mailId: one("SELECT id FROM outbox WHERE state = 'held'"),
    membershipId: of('memberships'),
    personId: one("SELECT person_id AS id FROM memberships WHERE role = 'liaison'"),
    eventId: of('events'),
  }
}

function slugOf(venue: string): string {
  return storedValue(lamplight, 'SELECT slug FROM venues WHERE name = ?', venue)
}

function absentOf(ids: Ids): Ids {
  const gone = Object.entries(ids).map(([name, id]) => [name, name in common ? id : absent(id)])
  return Object.fromEntries(gone)
}

/** Of the same length, and nobody's. */
function absent(id: string): string {
  const { prefix = '', rest = id } = /^(?<prefix>\w{3}_)?(?<rest>.*)$/.exec(id)?.groups ?? {}
  return prefix + rest.replace(/./g, 'z')
}

function fill(pattern: string, ids: Ids): string {
  return pattern.replace(/\$(\w+)/g, (_, name: string) => {
    const id = ids[name]
    if (!id) throw new Error(`The demo has no ${name} for ${pattern}.`)
    return id
  })
}

async function statusOf(person: APIRequestContext, path: string): Promise<number> {
  const answer = await person.get(path, { maxRedirects: 0 })
  return answer.status()
}

/** The same for the page and for a form sent to it. A form that is not whole is refused before anything is looked up. */
async function sameAnswer(
  person: APIRequestContext,
  there: string,
  gone: string,
  statuses: readonly number[],
): Promise<void> {
  for (const method of ['GET', 'POST']) {
    const first = await answerOf(person, method, there)
    const second = await answerOf(person, method, gone)
    expect(first, `${method} ${there}`).toEqual(second)
    const expected = method === 'GET' ? statuses.filter((status) => status !== 422) : statuses
    expect(expected, `${method} ${there}: ${first.status}`).toContain(first.status)
  }
}

async function answerOf(person: APIRequestContext, method: string, path: string) {
  const answer = await person.fetch(path, {
    method,
    maxRedirects: 0,
    headers: { Origin: lamplight.url },
    ...(method === 'POST' && { form: { seen: 'x' } }),
  })
  const { date: _, 'x-request-id': __, 'content-length': ___, ...headers } = answer.headers()
  return {
    status: answer.status(),
    headers: withoutChance(JSON.stringify(headers), path),
    body: withoutChance(await answer.text(), path),
  }
}

/** Without what differs from answer to answer: nonces, seeds, and the address that was asked for. */
function withoutChance(text: string, path: string): string {
  return text
    .replaceAll(path, '')
    .replaceAll(encodeURIComponent(path), '')
    .replace(/nonce(-|=\\?"|":")[\w+/=-]+/g, 'nonce')
    .replace(/"seed":"[0-9a-f]+"/g, '')
    .replace(/value="[0-9a-f]{24}\.\w+"/g, '')
    .replace(/(_carry" value=)"[^"]*"/g, '$1')
    .replace(/"carry":"[^"]*"/g, '')
    .replace(/W\/"[\w-]+"|\\"W[^"]*"/g, '')
}
