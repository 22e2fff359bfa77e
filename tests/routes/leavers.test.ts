import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { startSession } from '~/domain/accounts/session.server'
import { startApplication } from '~/domain/applications/start-application.server'
import type { Context } from '~/domain/context'
import { addDays, type Day, dayOf } from '~/domain/dates'
import type { StaffId, VenueId } from '~/domain/ids'
import { saveSection } from '~/domain/policies/save-section.server'
import { startPolicy } from '~/domain/policies/start-policy.server'
import { putToTeam } from '~/domain/readings/put-to-team.server'
import { readingPage } from '~/domain/readings/reading-page.server'
import { signReading } from '~/domain/readings/sign-reading.server'
import { teamReading } from '~/domain/readings/team-reading.server'
import { duePage } from '~/domain/standings/due-page.server'
import { addStaff } from '~/domain/training/add-staff.server'
import { calendarPage } from '~/domain/training/calendar-page.server'
import { personPage } from '~/domain/training/person-page.server'
import { recordTraining } from '~/domain/training/record-training.server'
import { standardPage } from '~/domain/training/standard-page.server'
import { teamPage } from '~/domain/training/team-page.server'
import { wallSheet } from '~/domain/training/wall-sheet.server'
import { sessionCookie } from '~/http/session.server'
import { action as change } from '~/routes/venue.$venueId.team.$staffId._index/route'
import type { Database } from '~db/open.server'
import { evidence, readingLinks } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue, contextFor } from '~tests/support/factories'
import { answerOf, routeArgs } from '~tests/support/route-args'

const now = new Date()
const names = ['Ana Ruiz', 'Bo Reyes', 'Cy Ng']

test('whoever is said to have left is out of every count at the same moment', async () => {
  const { db, owner, venueId, hired } = await aTeamThatSigned()
  expect(await counts(owner, db, venueId)).toEqual({
    team: '3 of 3 people current.',
    standard: ['3 of 3 people current', ...names],
    signatures: ['3 of 3', '3 of 3 people'],
    due: names,
    calendar: names,
    sheet: names,
  })

  await leave(owner, db, venueId, hired[0] as StaffId)
  const left = ['Bo Reyes', 'Cy Ng']
  expect(await counts(owner, db, venueId)).toEqual({
    team: '2 of 2 people current.',
    standard: ['2 of 2 people current', ...left],
    signatures: ['2 of 2', '2 of 2 people'],
    due: left,
    calendar: left,
    sheet: left,
  })
})

/** Every figure and list that a person of the team stands in. */
async function counts(owner: Context, db: Database, venueId: VenueId) {
  const team = await teamPage(owner, venueId, {})
  const standard = await standardPage(owner, venueId, 'SRV-2')
  if (!standard.asks) throw new Error('The standard asks for no training.')
  const calendar = await calendarPage(owner, venueId)
  const due = JSON.stringify(await duePage(owner, venueId))
  const [count] = await db.select().from(evidence).where(eq(evidence.kind, 'count'))
  const page = await readingPage(owner, venueId, 'https://lamplight.example')
  const sheet = await wallSheet(owner, venueId)
  const dated = JSON.stringify(calendar.months)
  return {
    team: team.coverage.find(({ id }) => id === 'SRV-2')?.detail.split(' The standard')[0],
    standard: [standard.figure, ...standard.people.current.map(({ title }) => title)],
    signatures: [
      `${count?.facts.count} of ${count?.facts.total}`,
      page.figures.split(' signed')[0],
    ],
    due: names.filter((name) => due.includes(name)),
    calendar: names.filter((name) => dated.includes(name)),
    sheet: sheet.rows.map(({ name }) => name),
  }
}

async function leave(owner: Context, db: Database, venueId: VenueId, staffId: StaffId) {
  const { values, seen } = await personPage(owner, venueId, staffId)
  const leftOn = dayIn(0)
  const { id } = owner.actor.person
  const token = await db.transaction((tx) => startSession(tx, id, ['email_code'], now))
  const cookies = [(await sessionCookie(token)).split(';')[0] ?? '']
  const form = { ...values, leftOn, seen }
  const asked = routeArgs(db, '/x', { cookies, form, params: { venueId, staffId } })
  expect((await answerOf(change(asked))).status).toBe(302)
}

function dayIn(days: number): Day {
  return addDays(dayOf(now, 'UTC'), days)
}

/** Three servers, trained some months ago, who all signed today. */
async function aTeamThatSigned() {
  const db = aDatabase()
  await aProgram(db, 'UTC')
  const venueId = await aVenue(db)
  const owner = await contextFor(db, await anOwner(db, venueId), now)
  await startApplication(owner, venueId)
  const policyId = await startPolicy(owner, venueId, { template: '', title: 'Closing' })
  const written = { body: 'We close together.', revision: 0 }
  await saveSection(owner, venueId, policyId, 'what-we-do', written)
  const hired: StaffId[] = []
  for (const name of names) {
    const facts = { position: 'server', startedOn: '2020-01-05', onLeave: false } as const
    const id = await addStaff(owner, venueId, { name, ...facts, another: false })
    hired.push(id)
    await recordTraining(owner, venueId, id, {
      ...{ type: 'responsible-service', certificateNumber: '' },
      completedOn: dayIn(-300),
      printedExpiry: dayIn(80),
    })
  }
  await putToTeam(owner, venueId, { policies: [policyId], asksAgain: true, words: '' })
  const [link] = await db.select().from(readingLinks)
  for (const name of names) {
    const { seen } = await teamReading(db, link?.token ?? '')
    await signReading(owner, link?.token ?? '', { name, startedOn: null, seen })
  }
  return { db, owner, venueId, hired }
}
