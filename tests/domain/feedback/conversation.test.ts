import { describe, expect, it } from 'vitest'
import { resumeApplication } from '~/domain/applications/resume-application.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { stepAway } from '~/domain/applications/step-away.server'
import type { Context } from '~/domain/context'
import { Conflict, Invalid, NotFound, NotPermitted } from '~/domain/errors'
import { answerHelped } from '~/domain/feedback/answer-helped.server'
import { answerStep } from '~/domain/feedback/answer-step.server'
import { letterPage } from '~/domain/feedback/letter-page.server'
import { responseFor } from '~/domain/feedback/queries.server'
import { replyTo } from '~/domain/feedback/reply.server'
import { saveDraft } from '~/domain/feedback/save-draft.server'
import { seeResponse } from '~/domain/feedback/see-response.server'
import { sendResponse } from '~/domain/feedback/send-response.server'
import { reopenPart, settlePart } from '~/domain/feedback/settle.server'
import { startResponse } from '~/domain/feedback/start-response.server'
import { studioOf } from '~/domain/feedback/studio.server'
import { type ItemId, newId } from '~/domain/ids'
import { changeSeenMarks } from '~/domain/venues/change-seen-marks.server'
import { aDatabase } from '~tests/support/database'
import { aDistrict, aLiaison, anOwner, aVenue, contextFor, testNow } from '~tests/support/factories'
import {
  aLetter,
  aSentResponse,
  aSharedRound,
  aStep,
  aStrength,
  aTeamThatWrites,
} from '~tests/support/rounds'
import { kindsOf } from '~tests/support/sessions'

describe('a draft of a response', () => {
  it('keeps whatever is typed, and both texts when two people write', async () => {
    const db = aDatabase()
    const { liaison, applicationId, policy, districtId } = await aSharedRound(db)
    const colleague = await contextFor(db, await aLiaison(db, districtId))
    await startResponse(liaison, applicationId)
    const draft = { opening: 'Mine', closing: '', items: [aStrength(policy.id)] }
    const results = await Promise.allSettled([
      saveDraft(liaison, applicationId, { revision: 0, draft }),
      saveDraft(colleague, applicationId, {
        revision: 0,
        draft: { ...draft, opening: 'Theirs', items: [aStrength(policy.id, { why: 'Guests.' })] },
      }),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    const lost = results[1]?.status === 'rejected' ? results[1].reason : null
    expect(lost).toBeInstanceOf(Conflict)
    expect(lost.theirs).toEqual({
      revision: '1',
      opening: 'Mine',
      'items.0.why': 'Guests leave in company, and neighbors sleep.',
    })
    expect((await studioOf(liaison, applicationId)).draft?.opening).toBe('Mine')
  })

  it('is begun once: a second liaison goes on in the same one', async () => {
    const db = aDatabase()
    const { liaison, applicationId, districtId } = await aSharedRound(db)
    const colleague = await contextFor(db, await aLiaison(db, districtId))
    const [first, second] = await Promise.all([
      startResponse(liaison, applicationId),
      startResponse(colleague, applicationId),
    ])
    expect(first).toBe(second)
  })

  it('gains and loses parts, strengths first', async () => {
    const db = aDatabase()
    const { liaison, applicationId, policy } = await aSharedRound(db)
    await startResponse(liaison, applicationId)
    const draft = { ...aLetter, items: [aStep()] }
    const added = await saveDraft(liaison, applicationId, {
      revision: 0,
      draft,
      add: { kind: 'strength', standard: 'HOME-1', roundEvidenceId: policy.id },
    })
    const { draft: now } = await studioOf(liaison, applicationId)
    expect(now?.items.map(({ kind }) => kind)).toEqual(['strength', 'next_step'])
    expect(now?.items[0]).toMatchObject({ key: added.added, roundEvidenceId: policy.id })
    await saveDraft(liaison, applicationId, { revision: 1, draft, remove: 'step' })
    expect((await studioOf(liaison, applicationId)).draft?.items).toEqual([])
  })

  it('is absent for the venue, and so is what the venue has not shared for staff', async () => {
    const db = aDatabase()
    const { liaison, owner, applicationId } = await aSharedRound(db)
    const responseId = await startResponse(liaison, applicationId)
    await expect(responseFor(db, owner.actor, responseId)).rejects.toThrow(NotFound)

    const other = aDatabase()
    const drafting = await aTeamThatWrites(other)
    const reader = await contextFor(other, drafting.liaisonId ?? drafting.ownerId)
    await expect(studioOf(reader, drafting.applicationId)).rejects.toThrow(NotFound)
    await expect(startResponse(reader, drafting.applicationId)).rejects.toThrow(NotFound)
  })

  it('is absent for a liaison of another district', async () => {
    const db = aDatabase()
    const { applicationId } = await aSharedRound(db)
    const elsewhere = await contextFor(db, await aLiaison(db, await aDistrict(db)))
    await expect(startResponse(elsewhere, applicationId)).rejects.toThrow(NotFound)
    await expect(studioOf(elsewhere, applicationId)).rejects.toThrow(NotFound)
  })

  it('cannot be begun while it is the venue’s turn', async () => {
    const db = aDatabase()
    const { liaison, applicationId, responseId } = await aSentResponse(db)
    expect(await startResponse(liaison, applicationId)).toBe(responseId)
    const draft = { ...aLetter, items: [] }
    const late = saveDraft(liaison, applicationId, { revision: 1, draft })
    await expect(late).rejects.toThrow(/sent this response/)
  })
})

describe('a letter', () => {
  it('reads strengths first, with the steps and what became of them', async () => {
    const db = aDatabase()
    const { owner, venueId, responseId } = await aSentResponse(db)
    const { letter, answers } = await letterPage(owner, responseId, { venueId })
    expect(letter.strengths).toHaveLength(1)
    expect(letter.strengths[0]?.source).toBe('Closing policy, “What we do”')
    expect(letter.steps[0]).toMatchObject({ proposedOn: 'December 12, 2026', law: '' })
    expect(answers).toEqual([expect.objectContaining({ standing: '', history: [] })])
  })

  it('sets law items apart', async () => {
    const db = aDatabase()
    const shared = await aSentResponseWithLaw(db)
    const { letter } = await letterPage(shared.owner, shared.responseId, {
      venueId: shared.venueId,
    })
    expect(letter.steps).toHaveLength(1)
    expect(letter.lawSteps.map(({ law }) => law)).toEqual(['Fire code, section 1031'])
  })

  it('notes the first time that the venue opens it, and not when staff do', async () => {
    const db = aDatabase()
    const { owner, liaison, responseId } = await aSentResponse(db)
    const seenAt = async () => (await responseFor(db, owner.actor, responseId)).response.seenAt
    await seeResponse(liaison, responseId)
    expect(await seenAt()).toBeNull()
    await seeResponse(owner, responseId)
    const later = new Date(testNow.getTime() + 3_600_000)
    await seeResponse({ ...owner, now: later }, responseId)
    expect(await seenAt()).toEqual(testNow)
  })

  it('leaves no mark while the venue does not tell, and shows none that it left before', async () => {
    const db = aDatabase()
    const { owner, liaison, venueId, applicationId, responseId } = await aSentResponse(db)
    const read = async () => (await letterPage(liaison, responseId, { applicationId })).seenWords
    const untold = 'This venue does not tell when it has read a letter.'
    await changeSeenMarks(owner, venueId, false)
    const helper = await contextFor(db, await anOwner(db, venueId, { role: 'helper' }))
    await expect(changeSeenMarks(helper, venueId, true)).rejects.toThrow(NotPermitted)
    await seeResponse(owner, responseId)
    expect(await read()).toBe(untold)
    expect(await kindsOf(db)).not.toContain('response.seen')

    await changeSeenMarks(owner, venueId, true)
    expect(await read()).toBe('The venue has not opened it yet.')
    await seeResponse(owner, responseId)
    expect(await read()).toMatch(/^The venue opened it first on Nov/)
    await changeSeenMarks(owner, venueId, false)
    expect(await read()).toBe(untold)
  })

  it('is absent for another venue, under another venue’s address, and for whoever is not confirmed', async () => {
    const db = aDatabase()
    const { owner, venueId, responseId } = await aSentResponse(db)
    const elsewhere = await aVenue(db)
    const stranger = await contextFor(db, await anOwner(db, elsewhere))
    const waiting = await contextFor(db, await anOwner(db, venueId, { confirmed: false }))
    const reads = [
      letterPage(stranger, responseId, { venueId }),
      letterPage(owner, responseId, { venueId: elsewhere }),
      letterPage(waiting, responseId, { venueId }),
      letterPage(owner, newId('res'), { venueId }),
    ]
    for (const read of reads) await expect(read).rejects.toThrow(NotFound)
  })
})

describe('whether a letter helped', () => {
  it('is one word of each, changed at any time; staff read how many, and no names', async () => {
    const db = aDatabase()
    const { owner, liaison, venueId, applicationId, responseId } = await aSentResponse(db)
    const second = await contextFor(db, await anOwner(db, venueId))
    const waiting = await contextFor(db, await anOwner(db, venueId, { confirmed: false }))
    await answerHelped(owner, responseId, 'no')
    await answerHelped(second, responseId, 'yes')
    const read = async () => (await letterPage(liaison, responseId, { applicationId })).helpedWords
    expect(await read()).toBe(
      'One of the team says that it helped. One of the team says that it did not really help.',
    )
    await answerHelped(owner, responseId, 'yes')
    expect(await read()).toBe('Two of the team say that it helped.')
    const own = await letterPage(owner, responseId, { venueId })
    expect([own.helped, own.helpedWords]).toEqual(['yes', ''])

    await expect(answerHelped(liaison, responseId, 'no')).rejects.toThrow(NotPermitted)
    await expect(answerHelped(waiting, responseId, 'no')).rejects.toThrow(NotFound)
  })
})

describe('what is settled', () => {
  it('is marked and opened again by either side, part by part or whole, and takes replies', async () => {
    const db = aDatabase()
    const { owner, liaison, venueId, applicationId, responseId } = await aSentResponse(db)
    const { items } = await responseFor(db, owner.actor, responseId)
    const idOf = (sought: string) => items.find(({ kind }) => kind === sought)?.id ?? ''
    const step = idOf('next_step')
    const marks = async () => (await letterPage(liaison, responseId, { applicationId })).settledOn
    const on = 'November 22, 2026'
    await settlePart(owner, responseId, step)
    await settlePart(liaison, responseId, step)
    await settlePart(liaison, responseId, '')
    expect(await marks()).toEqual({ '': on, [step]: on })
    await replyTo(owner, responseId, { words: 'One thing more.', about: step })
    await reopenPart(liaison, responseId, step)
    expect(await marks()).toEqual({ '': on })
    const kinds = (await kindsOf(db)).filter((kind) => /settled|reopened/.test(kind))
    expect(kinds).toEqual(['response.settled', 'response.settled', 'response.reopened'])

    await expect(settlePart(owner, responseId, idOf('strength'))).rejects.toThrow(NotFound)
    const stranger = await contextFor(db, await anOwner(db, await aVenue(db)))
    await expect(settlePart(stranger, responseId, step)).rejects.toThrow(NotFound)
    const helper = await contextFor(db, await anOwner(db, venueId, { role: 'helper' }))
    await expect(reopenPart(helper, responseId, '')).rejects.toThrow(NotPermitted)
  })
})

describe('an answer to a step', () => {
  it('takes each of the four, and keeps the history', async () => {
    const db = aDatabase()
    const { owner, venueId, responseId } = await aSentResponse(db)
    const { items } = await responseFor(db, owner.actor, responseId)
    const stepId = items.find(({ kind }) => kind === 'next_step')?.id ?? newId('itm')
    let minutes = 0
    const answer = (given: Partial<Parameters<typeof answerStep>[3]>) => {
      minutes += 1
      const now = new Date(testNow.getTime() + minutes * 60_000)
      const whole = { answer: 'accepted', day: null, words: '', ...given } as const
      return answerStep({ ...owner, now }, responseId, stepId, whole)
    }

    await answer({})
    await answer({ answer: 'other_date', day: '2027-01-15', words: 'After the holidays.' })
    await answer({ answer: 'declined', words: 'Our landlord says no.' })
    await answer({ answer: 'already_done' })
    const { answers } = await letterPage(owner, responseId, { venueId })
    expect(answers[0]?.standing).toBe('You answered that this is done already.')
    expect(answers[0]?.history.map(({ what, words }) => [what, words])).toEqual([
      ['The date works', ''],
      ['Another date suits us better', 'After the holidays.'],
      ['This is not for us', 'Our landlord says no.'],
      ['We have this already', ''],
    ])
  })

  it('asks for the other date, and for one to come', async () => {
    const db = aDatabase()
    const { owner, responseId } = await aSentResponse(db)
    const { items } = await responseFor(db, owner.actor, responseId)
    const stepId = items[1]?.id ?? newId('itm')
    for (const day of [null, '2026-11-21'] as const) {
      const given = { answer: 'other_date', day, words: '' } as const
      await expect(answerStep(owner, responseId, stepId, given)).rejects.toThrow(Invalid)
    }
  })

  it('is the venue’s alone: not the liaison’s, not a helper’s, and only on a step', async () => {
    const db = aDatabase()
    const { owner, liaison, venueId, responseId } = await aSentResponse(db)
    const { items } = await responseFor(db, owner.actor, responseId)
    const [strengthId, stepId] = items.map(({ id }) => id)
    const helper = await contextFor(db, await anOwner(db, venueId, { role: 'helper' }))
    const given = { answer: 'accepted', day: null, words: '' } as const
    const none = newId('itm')
    await expect(answerStep(liaison, responseId, stepId ?? none, given)).rejects.toThrow(NotFound)
    await expect(answerStep(helper, responseId, stepId ?? none, given)).rejects.toThrow(
      NotPermitted,
    )
    await expect(answerStep(owner, responseId, strengthId ?? none, given)).rejects.toThrow(NotFound)
  })
})

describe('a reply', () => {
  it('is taken from both sides, to the whole letter and to one part', async () => {
    const db = aDatabase()
    const { owner, liaison, venueId, responseId } = await aSentResponse(db)
    const { items } = await responseFor(db, owner.actor, responseId)
    await replyTo(owner, responseId, { words: 'Thank you!', about: items[0]?.id ?? '' })
    const later = { ...liaison, now: new Date(testNow.getTime() + 60_000) }
    await replyTo(later, responseId, { words: 'Gladly.', about: '' })
    const { replies } = await letterPage(owner, responseId, { venueId })
    expect(replies.map(({ ofVenue, about, words }) => [ofVenue, about, words])).toEqual([
      [true, 'A safe way home', 'Thank you!'],
      [false, '', 'Gladly.'],
    ])
  })

  it('is taken in every state: after the next share, and after the venue stepped away', async () => {
    const db = aDatabase()
    const { owner, liaison, venueId, applicationId, responseId } = await aSentResponse(db)
    const on = (ctx: Context, day: number) => ({ ...ctx, now: new Date(2026, 11, day, 12) })
    await replyTo(on(owner, 1), responseId, { words: 'Thank you.', about: '' })
    await shareApplication(on(owner, 2), venueId, '')
    await replyTo(on(owner, 3), responseId, { words: 'One more thing.', about: '' })
    const step = (await responseFor(db, owner.actor, responseId)).items.at(-1)?.id as ItemId
    const answer = { answer: 'already_done', day: null, words: '' } as const
    await answerStep(on(owner, 4), responseId, step, answer)
    await stepAway(on(owner, 5), venueId)
    await replyTo(on(owner, 6), responseId, { words: 'Goodbye for now.', about: '' })
    await replyTo(on(liaison, 7), responseId, { words: 'You are welcome back.', about: '' })
    const theirs = await letterPage(liaison, responseId, { applicationId })
    expect(theirs.answers[0]?.history.map(({ late }) => late)).toEqual([
      'Came after the venue shared again on December 2, 2026; welcome all the same.',
    ])
    await resumeApplication(on(owner, 8), venueId)
    await replyTo(on(owner, 9), responseId, { words: 'Here again.', about: '' })

    const ours = await letterPage(owner, responseId, { venueId })
    expect(ours.replies.map(({ late }) => late)).toEqual([
      '',
      'Came after you shared again on December 2, 2026; welcome all the same.',
      'Came after you stepped away on December 5, 2026; welcome all the same.',
      'Came after you stepped away on December 5, 2026; welcome all the same.',
      'Came after you shared again on December 2, 2026; welcome all the same.',
    ])
  })

  it('has words, is about this letter, and comes from those it concerns', async () => {
    const db = aDatabase()
    const { owner, responseId } = await aSentResponse(db)
    const elsewhere = await contextFor(db, await aLiaison(db, await aDistrict(db)))
    const words = 'Hello'
    await expect(replyTo(owner, responseId, { words: ' ', about: '' })).rejects.toThrow(Invalid)
    await expect(replyTo(owner, responseId, { words, about: newId('itm') })).rejects.toThrow(
      Invalid,
    )
    await expect(replyTo(elsewhere, responseId, { words, about: '' })).rejects.toThrow(NotFound)
  })
})

async function aSentResponseWithLaw(db: ReturnType<typeof aDatabase>) {
  const story = await aSharedRound(db)
  const { liaison, applicationId, policy } = story
  await startResponse(liaison, applicationId)
  const law = aStep({ key: 'law', law: true, lawSource: 'Fire code, section 1031' })
  const { revision } = await saveDraft(liaison, applicationId, {
    revision: 0,
    draft: { ...aLetter, items: [aStrength(policy.id), aStep(), law] },
  })
  return { ...story, ...(await sendResponse(liaison, applicationId, revision)) }
}
