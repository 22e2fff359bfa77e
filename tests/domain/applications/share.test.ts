import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { answerStandard } from '~/domain/applications/answer-standard.server'
import { readersOf } from '~/domain/applications/readers.server'
import {
  answersOfRound,
  evidenceOfRound,
  roundFor,
  sharedFileFor,
} from '~/domain/applications/rounds.server'
import { receiptOf } from '~/domain/applications/rounds-receipt.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { sharePage } from '~/domain/applications/share-page.server'
import { startApplication } from '~/domain/applications/start-application.server'
import type { Context } from '~/domain/context'
import { Conflict, Invalid, NotFound, NotPermitted } from '~/domain/errors'
import { newId } from '~/domain/ids'
import { saveSection } from '~/domain/policies/save-section.server'
import { teamOf } from '~/domain/training/queries.server'
import { applicationAccess, events, memberships, outbox, rounds } from '~db/schema'
import type { AccessKind } from '~db/vocabulary'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  anOwner,
  aProgram,
  atMoment,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'
import {
  aSentResponse,
  aSharedRound,
  aTeamThatWrites,
  closingBody,
  newestRound,
  stateOf,
} from '~tests/support/rounds'

/** The same person sending a form with this id. */
function withSubmission(ctx: Context, submission: string): Context {
  return { ...ctx, origin: { ...ctx.origin, submission } }
}

describe('a share', () => {
  it('freezes what is there, promises a day and moves the application on', async () => {
    const db = aDatabase()
    const { venueId, ownerId, applicationId, roundId } = await aSharedRound(db)
    const round = await newestRound(db, applicationId)
    expect(round).toMatchObject({
      id: roundId,
      number: 1,
      // Ten working days after Sunday, November 22.
      hearBy: '2026-12-04',
      words: 'We rewrote closing time together.',
      sharedBy: 'Rosa Alvarez',
    })
    expect(round.reference).toMatch(/^LL-[0-9A-Z]{4}-[0-9A-Z]{2}$/)
    expect(await stateOf(db, ownerId, venueId)).toBe('shared')
    const evidence = await evidenceOfRound(db, roundId)
    expect(evidence.find(({ kind }) => kind === 'policy')?.sections).toEqual([
      expect.objectContaining({
        anchor: 'what-we-do',
        body: expect.stringContaining('last guest'),
      }),
    ])
  })

  it('stays as it was when the venue goes on writing', async () => {
    const db = aDatabase()
    const { owner, venueId, policyId, roundId } = await aSharedRound(db)
    const before = await evidenceOfRound(db, roundId)
    await saveSection(owner, venueId, policyId, 'what-we-do', { body: 'All new.', revision: 1 })
    expect(await evidenceOfRound(db, roundId)).toEqual(before)
  })

  it('takes coverage along by alias, and no name of staff', async () => {
    const db = aDatabase()
    const { owner, venueId, roundId } = await aSharedRound(db)
    const names = (await teamOf(owner, venueId)).people.map(({ name }) => name)
    expect(names).toEqual(['Marisol Quintana', 'Theo Papadakis'])

    const frozen = JSON.stringify([
      await evidenceOfRound(db, roundId),
      await answersOfRound(db, roundId),
      await db.select().from(events),
    ])
    expect(frozen).toContain('Bartender 1')
    expect(frozen).toMatch(/"trained":2,"inScope":2/)
    for (const name of names.flatMap((each) => [each, ...each.split(' ')])) {
      expect(frozen).not.toContain(name)
    }
  })

  it('writes to the venue and to the district’s liaison', async () => {
    const db = aDatabase()
    const { ownerId, liaisonId, roundId, venueId } = await aSharedRound(db)
    const mail = await db
      .select({ kind: outbox.kind, to: outbox.personId, facts: outbox.facts })
      .from(outbox)
    expect(mail.map(({ kind, to }) => [kind, to])).toEqual([
      ['share-receipt', ownerId],
      ['application-shared', liaisonId],
    ])
    expect(mail[0]?.facts).toMatchObject({ path: `/venue/${venueId}/rounds/${roundId}` })
  })

  it('writes to the coordinators where the district has no liaison', async () => {
    const db = aDatabase()
    const { owner, venueId } = await aTeamThatWrites(db, { liaison: false })
    const coordinatorId = await aCoordinator(db)
    await shareApplication(owner, venueId, '')
    const mail = await db
      .select({ to: outbox.personId })
      .from(outbox)
      .where(eq(outbox.kind, 'application-shared'))
    expect(mail).toEqual([{ to: coordinatorId }])
  })

  it('leaves a policy without a word in it with the venue', async () => {
    const db = aDatabase()
    const { owner, venueId, policyId } = await aTeamThatWrites(db)
    await saveSection(owner, venueId, policyId, 'what-we-do', { body: '', revision: 1 })
    const roundId = await shareApplication(owner, venueId, '')
    const kinds = (await evidenceOfRound(db, roundId)).map(({ kind }) => kind)
    expect(kinds).toContain('training')
    expect(kinds).not.toContain('policy')
  })

  it('takes the venue’s words about a standard along', async () => {
    const db = aDatabase()
    const { owner, venueId } = await aTeamThatWrites(db)
    const words = 'We serve no alcohol after food service ends.'
    await answerStandard(owner, venueId, 'SRV-3', { stance: 'not_applicable', words, hearOn: null })
    const roundId = await shareApplication(owner, venueId, '')
    expect(await answersOfRound(db, roundId)).toEqual([
      { roundId, standard: 'SRV-3', stance: 'not_applicable', words, hearOn: null },
    ])
  })

  it('is refused with a sentence when nothing at all is there', async () => {
    const db = aDatabase()
    await aProgram(db)
    const venueId = await aVenue(db, { districtId: await aDistrict(db) })
    const ownerId = await anOwner(db, venueId)
    const owner = await contextFor(db, ownerId)
    await startApplication(owner, venueId)
    await expect(shareApplication(owner, venueId, 'Hello')).rejects.toThrow(Invalid)
    expect(await stateOf(db, ownerId, venueId)).toBe('drafting')
    expect(await db.select().from(rounds)).toEqual([])
  })

  it('is one round when it is clicked twice', async () => {
    const db = aDatabase()
    const { owner, venueId } = await aTeamThatWrites(db)
    const origin = { ...owner.origin, submission: 'form-0123456789abcdef:same' }
    const both = [shareApplication, shareApplication].map((share) =>
      share({ ...owner, origin }, venueId, ''),
    )
    const [first, second] = await Promise.all(both)
    expect(first).toBe(second)
    expect(await db.select().from(rounds)).toHaveLength(1)
  })

  it('is one round when two people of the venue share at once', async () => {
    const db = aDatabase()
    const { owner, venueId } = await aTeamThatWrites(db)
    const manager = await contextFor(db, await anOwner(db, venueId, { role: 'manager' }))
    const results = await Promise.allSettled([
      shareApplication(owner, venueId, ''),
      shareApplication(manager, venueId, ''),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = results.find((result) => result.status === 'rejected')
    expect(lost?.reason).toBeInstanceOf(Conflict)
    expect(await db.select().from(rounds)).toHaveLength(1)
  })

  it('is of what its page showed: what changed meanwhile is said, and nothing goes unseen', async () => {
    const db = aDatabase()
    const { owner, venueId, policyId } = await aTeamThatWrites(db)
    const theo = await contextFor(db, await anOwner(db, venueId, { role: 'manager' }))
    const at = (ctx: Context, minutes: number) =>
      atMoment(ctx, new Date(testNow.getTime() + minutes * 60_000))
    const { seen } = await sharePage(owner, venueId)
    const body = `${closingBody} Two of us lock up.`
    await saveSection(at(theo, 5), venueId, policyId, 'what-we-do', { body, revision: 1 })
    const share = (seen: string) =>
      shareApplication(withSubmission(at(owner, 9), seen), venueId, 'Ours.', { seen })
    await expect(share(seen)).rejects.toThrow(
      `${theo.actor.person.name} changed “A safe way home” at 6:05 PM.`,
    )
    await expect(share('')).rejects.toThrow(Conflict)
    expect(await db.select().from(rounds)).toEqual([])

    // The page as it reads now, of another day: twice the same click is one share of exactly that.
    const again = (await sharePage(at(owner, 8), venueId)).seen
    const first = await share(again)
    expect(await share(again)).toBe(first)
    const [policy] = (await evidenceOfRound(db, first)).filter(({ kind }) => kind === 'policy')
    expect(policy?.sections?.[0]?.body).toContain('Two of us lock up.')
  })

  it('is not of readers whom its page did not name, and a new day alone changes nothing', async () => {
    const db = aDatabase()
    const { owner, venueId, districtId } = await aTeamThatWrites(db)
    const tomorrow = atMoment(owner, new Date(testNow.getTime() + 20 * 3_600_000))
    const { seen } = await sharePage(owner, venueId)
    const later = (await sharePage(tomorrow, venueId)).seen
    expect(later.split(' ').slice(1)).toEqual(seen.split(' ').slice(1))
    await aLiaison(db, districtId)
    await expect(shareApplication(tomorrow, venueId, '', { seen })).rejects.toThrow(
      'Who will see it is different now.',
    )
  })

  it('waits for a person whom the program has confirmed, and is not for helpers', async () => {
    const db = aDatabase()
    const { venueId } = await aTeamThatWrites(db)
    const alone = await aVenue(db)
    const waiting = await contextFor(db, await anOwner(db, alone, { confirmed: false }))
    await startApplication(waiting, alone)
    await expect(shareApplication(waiting, alone, '')).rejects.toThrow(NotPermitted)
    const helper = await contextFor(db, await anOwner(db, venueId, { role: 'helper' }))
    await expect(shareApplication(helper, venueId, '')).rejects.toThrow(NotPermitted)
  })

  it('is absent for the people of another venue', async () => {
    const db = aDatabase()
    const { venueId } = await aTeamThatWrites(db)
    const elsewhere = await aVenue(db)
    const stranger = await contextFor(db, await anOwner(db, elsewhere))
    await expect(shareApplication(stranger, venueId, '')).rejects.toThrow(NotFound)
  })
})

describe('who reads a share', () => {
  it('names the liaisons of the district and the coordinators, and nobody else', async () => {
    const db = aDatabase()
    const { districtId } = await aTeamThatWrites(db)
    await aLiaison(db, await aDistrict(db))
    await aCoordinator(db)
    const readers = await readersOf(db, {
      district: { id: districtId, name: 'Harbor' },
      applicationId: null,
    })
    expect(readers.map(({ role }) => role.split(',')[0])).toEqual([
      'Liaison for Harbor',
      'Coordinator of the program',
    ])
  })

  it('names whoever was asked to read this application too, on every page and in the receipt', async () => {
    const db = aDatabase()
    const { owner, venueId, applicationId, liaisonId } = await aSentResponse(db)
    const elsewhere = await aDistrict(db)
    const asked = async (kind: AccessKind, endedAt: Date | null = null) => {
      const personId = await aLiaison(db, elsewhere)
      const by = { givenBy: liaisonId, words: '', at: testNow, endedAt }
      await db.transaction((tx) =>
        tx
          .insert(applicationAccess)
          .values({ id: newId('acc'), applicationId, personId, kind, ...by }),
      )
      return personId
    }
    const guests = [await asked('reader'), await asked('second_look'), await asked('field')]
    await asked('reader', testNow)
    await asked('recused')
    const { readers } = await sharePage(owner, venueId)
    const told = readers.map(({ id }) => id)
    expect(new Set(told)).toEqual(new Set([liaisonId, ...guests]))
    const roles = guests.map((guest) => readers.find(({ id }) => id === guest)?.role.split(',')[0])
    expect(roles).toEqual([
      'Was asked to read along',
      'Takes a second look',
      'Was asked for a part of the letter',
    ])
    const roundId = await shareApplication(owner, venueId, '')
    for (const guest of guests.slice(0, 2)) {
      const { actor } = await contextFor(db, guest)
      expect((await roundFor(db, actor, roundId)).round.id).toBe(roundId)
    }
    const { people, since } = (await receiptOf(owner, venueId, roundId)).readers
    expect([people.map(({ id }) => id), since]).toEqual([told, []])
    const mails = (await db.select().from(outbox)).filter(({ kind }) => kind === 'share-receipt')
    expect(mails.at(-1)?.facts).toMatchObject({
      readers: readers.map(({ name, role }) => `${name}: ${role}`),
    })
  })

  it('is kept with the round: who left is still named, and who joined since is set apart', async () => {
    const db = aDatabase()
    const { owner, venueId, districtId, liaisonId, roundId } = await aSharedRound(db)
    const joined = await aLiaison(db, districtId)
    await db.transaction((tx) =>
      tx.update(memberships).set({ endedAt: testNow }).where(eq(memberships.personId, liaisonId)),
    )
    const said = async () => {
      const { on, people, since } = (await receiptOf(owner, venueId, roundId)).readers
      return [on, people.map(({ id }) => id), since.map(({ id }) => id)]
    }
    expect(await said()).toEqual(['November 22, 2026', [liaisonId], [joined]])
    // A round from before this was kept has today's readers alone.
    await db.transaction((tx) => tx.update(rounds).set({ readers: null }))
    expect(await said()).toEqual(['', [joined], []])
  })

  it('is the venue’s confirmed people and the district’s liaison', async () => {
    const db = aDatabase()
    const { owner, liaison, roundId } = await aSharedRound(db)
    for (const reader of [owner, liaison]) {
      expect((await roundFor(db, reader.actor, roundId)).round.id).toBe(roundId)
    }
  })

  it.each(['another district', 'another venue', 'waiting', 'absent'])('is not: %s', async (who) => {
    const db = aDatabase()
    const { owner, venueId, roundId } = await aSharedRound(db)
    const readers = {
      'another district': async () => aLiaison(db, await aDistrict(db)),
      'another venue': async () => anOwner(db, await aVenue(db)),
      waiting: async () => anOwner(db, venueId, { confirmed: false }),
      absent: async () => null,
    }
    const personId = await readers[who as keyof typeof readers]()
    const { actor } = personId ? await contextFor(db, personId) : owner
    const asked = personId ? roundId : newId('rou')
    await expect(roundFor(db, actor, asked)).rejects.toThrow(NotFound)
  })

  it('opens no file that did not go along', async () => {
    const db = aDatabase()
    const { liaison, applicationId } = await aSharedRound(db)
    const file = sharedFileFor(db, liaison.actor, applicationId, newId('fil'))
    await expect(file).rejects.toThrow(NotFound)
  })
})
