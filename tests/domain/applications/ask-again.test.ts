import { describe, expect, test } from 'vitest'
import { askAgain } from '~/domain/applications/ask-again.server'
import { changePause } from '~/domain/applications/change-pause.server'
import { pauseApplication } from '~/domain/applications/pause-application.server'
import { applicationFor, applicationOfVenue } from '~/domain/applications/queries.server'
import { resumeApplication } from '~/domain/applications/resume-application.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { stepAway } from '~/domain/applications/step-away.server'
import { venueHomeOf } from '~/domain/applications/workspace-home.server'
import { Conflict, Invalid, NotPermitted } from '~/domain/errors'
import { outbox } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { anOwner, contextFor } from '~tests/support/factories'
import { aTeamThatWrites } from '~tests/support/rounds'

/** November 30, 2026, in Washington, DC, at 7:59 and at 8 in the morning. */
const tooEarly = new Date('2026-11-30T12:59:00Z')
const morning = new Date('2026-11-30T13:00:00Z')
const later = (days: number) => new Date(morning.getTime() + days * 86_400_000)

const note = { words: 'Two managers are new.', askAgainOn: '2026-11-30' } as const

async function aPause() {
  const db = aDatabase()
  const team = await aTeamThatWrites(db)
  const liaison = await contextFor(db, team.liaisonId ?? team.ownerId)
  const { owner, venueId } = team
  await pauseApplication(owner, venueId, { counsel: false, ...note })
  const mails = async () =>
    (await db.select().from(outbox)).filter(({ kind }) => kind === 'ask-again')
  return { ...team, liaison, db, mails }
}

describe('a pause with a day to be asked again', () => {
  test('one mail on that day, and never again', async () => {
    const { db, owner, venueId, mails } = await aPause()
    expect((await venueHomeOf(owner, venueId)).reads).toBe(
      'Paused at your request; pick up any time. We ask you again on November 30, 2026, once',
    )
    expect(await askAgain(db, tooEarly)).toBe(0)
    const many = await Promise.all(Array.from({ length: 5 }, () => askAgain(db, morning)))
    expect(many.reduce((all, one) => all + one)).toBe(1)
    for (const days of [0, 1, 30]) expect(await askAgain(db, later(days))).toBe(0)
    const facts = { path: `/venue/${venueId}`, pausedOn: '2026-11-22' }
    expect(await mails()).toMatchObject([{ personId: owner.actor.person.id, facts }])
    expect(JSON.stringify(await mails())).not.toContain(note.words)
    const { reads, pause } = await venueHomeOf(owner, venueId)
    expect(reads).toBe('Paused at your request; pick up any time')
    expect(pause).toEqual({ words: note.words, asksOn: null, asked: 'November 30, 2026' })
  })

  test('whoever picks up again, or steps away, is not asked, and the note is gone', async () => {
    for (const goOn of [resumeApplication, stepAway]) {
      const { db, owner, venueId, mails } = await aPause()
      await goOn(owner, venueId)
      expect(await askAgain(db, morning)).toBe(0)
      expect(await mails()).toEqual([])
      expect(await applicationOfVenue(db, owner.actor, venueId)).toMatchObject({
        ...{ pauseWords: null, askAgainOn: null, askedAgainAt: null },
      })
    }
  })

  test('the day can be moved, asked about anew, and taken away', async () => {
    const { db, owner, venueId, mails } = await aPause()
    expect(await askAgain(db, morning)).toBe(1)
    const now = { ...owner, now: morning }
    await changePause(now, venueId, { words: 'Still new.', askAgainOn: '2026-11-30' })
    expect(await askAgain(db, later(1))).toBe(0)
    await changePause(now, venueId, { words: '', askAgainOn: '2026-12-02' })
    expect(await askAgain(db, later(2))).toBe(1)
    await changePause(now, venueId, { words: '', askAgainOn: '2026-12-09' })
    await changePause(now, venueId, { words: '', askAgainOn: null })
    expect(await askAgain(db, later(30))).toBe(0)
    expect(await mails()).toHaveLength(2)
    await expect(
      changePause(now, venueId, { words: '', askAgainOn: '2026-11-30' }),
    ).rejects.toThrow(Invalid)
    await resumeApplication(now, venueId)
    await expect(changePause(now, venueId, { words: '', askAgainOn: null })).rejects.toThrow(
      Conflict,
    )
  })

  test('it speaks for the venue, and staff learn neither the note nor the day', async () => {
    const { db, owner, liaison, venueId, applicationId } = await aPause()
    const helper = await contextFor(db, await anOwner(db, venueId, { role: 'helper' }))
    await expect(changePause(helper, venueId, { words: '', askAgainOn: null })).rejects.toThrow(
      NotPermitted,
    )
    await resumeApplication(owner, venueId)
    await shareApplication(owner, venueId, '')
    await pauseApplication(owner, venueId, { counsel: false, ...note })
    const read = await applicationFor(db, liaison.actor, applicationId)
    expect(read).toMatchObject({ state: 'paused' })
    expect(JSON.stringify(read)).not.toMatch(/managers|2026-11-30/)
  })
})
