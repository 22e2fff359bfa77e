import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { applicationFor } from '~/domain/applications/queries.server'
import { stepBack } from '~/domain/applications/step-back.server'
import { takeNoteBack, writeNote } from '~/domain/feedback/keep-note.server'
import { notesOn } from '~/domain/feedback/notes.server'
import { canKeepNotes } from '~/domain/permissions/application'
import { eraseUnshared } from '~/domain/privacy/erase-venue.server'
import { columnsOf, venueKinds } from '~/domain/privacy/venue-kinds.server'
import { applicationNotes, eventDetails, events } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aCoordinator, aLiaison, aMembership, contextFor } from '~tests/support/factories'
import { aSharedRound } from '~tests/support/rounds'

const words = 'They like to be called after four.'

test('a note is for the district’s liaisons and coordinators, and for nobody of the venue', async () => {
  const { db, owner, liaison, applicationId, venueId, districtId } = await aNote()
  const read = async (ctx: typeof liaison) =>
    (await notesOn(ctx, applicationId))?.notes.map((note) => [note.words, note.own]) ?? null
  const coordinator = await contextFor(db, await aCoordinator(db))
  const colleagueId = await aLiaison(db, districtId)
  const colleague = await contextFor(db, colleagueId)
  expect(await read(liaison)).toEqual([[words, true]])
  expect([await read(coordinator), await read(colleague)]).toEqual([
    [[words, false]],
    [[words, false]],
  ])
  expect(await read(owner)).toBeNull()
  await expect(writeNote(owner, applicationId, 'Ours')).rejects.toThrow(
    'liaisons of the venue’s district',
  )

  const application = await applicationFor(db, liaison.actor, applicationId)
  const guest = { ...application, districtId: null, access: 'reader' as const }
  expect(canKeepNotes(liaison.actor, guest).allowed).toBe(false)
  await aMembership(db, colleagueId, 'manager', { venueId })
  expect(await read(await contextFor(db, colleagueId))).toBeNull()
  await stepBack(liaison, applicationId, { reason: '', to: null })
  await expect(read(liaison)).rejects.toThrow()
})

test('only whoever wrote a note takes it back, and then its words are nowhere', async () => {
  const { db, liaison, applicationId, noteId, districtId } = await aNote()
  const colleague = await contextFor(db, await aLiaison(db, districtId))
  await expect(takeNoteBack(colleague, applicationId, noteId)).rejects.toThrow('Only whoever wrote')
  await takeNoteBack(liaison, applicationId, noteId)
  await expect(takeNoteBack(liaison, applicationId, noteId)).rejects.toThrow()
  expect(await db.select().from(applicationNotes)).toEqual([])
  const kept = [await db.select().from(events), await db.select().from(eventDetails)]
  expect(JSON.stringify(kept)).toContain('note.removed')
  expect(JSON.stringify(kept)).not.toContain(words)
})

test('a venue that left takes the notes about it along, and its download never had them', async () => {
  const { db, venueId } = await aNote()
  for (const kind of venueKinds) {
    const rows = await db.select(columnsOf(kind)).from(kind.table).where(kind.where(db, venueId))
    expect(JSON.stringify(rows), kind.title).not.toMatch(/note\.written|after four/)
  }
  const [written] = await db.select().from(events).where(eq(events.kind, 'note.written'))
  expect(written?.venueId).toBe(venueId)
  await db.transaction((tx) => eraseUnshared(tx, venueId, new Date()))
  expect(await db.select().from(applicationNotes)).toEqual([])
})

async function aNote() {
  const db = aDatabase()
  const story = await aSharedRound(db)
  return { db, ...story, noteId: await writeNote(story.liaison, story.applicationId, words) }
}
