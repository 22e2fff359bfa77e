import { describe, expect, it } from 'vitest'
import { Conflict, Invalid, NotFound, NotPermitted } from '~/domain/errors'
import type { DistrictId } from '~/domain/ids'
import { currentStandardSet } from '~/domain/standards/program.server'
import { announceClass } from '~/domain/training/announce-class.server'
import { callOffClass } from '~/domain/training/call-off-class.server'
import { changeClass } from '~/domain/training/change-class.server'
import { NewClassForm } from '~/domain/training/class-forms'
import { classGains } from '~/domain/training/class-gain'
import { classList, classPage } from '~/domain/training/class-pages.server'
import { classesToCome, classFor } from '~/domain/training/class-queries.server'
import { classMoment, clockTimeOf } from '~/domain/training/class-time'
import { nextClass, venueClasses } from '~/domain/training/class-venue.server'
import type { Database } from '~db/open.server'
import { classes, events, staff, trainingRecords } from '~db/schema'
import { aTrainedTeam } from '~tests/support/certificates'
import { countQueries } from '~tests/support/count-queries'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  anOwner,
  aProgram,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'

const typed = {
  title: 'Stepping in safely',
  trainingType: 'sexual-assault-intervention',
  district: '',
  day: '2026-12-08',
  starts: '14:00',
  ends: '16:30',
  place: 'Harbor Hall, 1 Harbor Street',
  host: 'The Harbor advocates',
  seats: '12',
  signUp: 'Call (202) 555-0100',
  words: '',
} as const

function aClass(changes: Partial<Record<keyof typeof typed, string>> = {}) {
  return NewClassForm.parse({ ...typed, ...changes })
}

async function aDesk() {
  const db = aDatabase()
  await aProgram(db)
  return { db, coordinator: await contextFor(db, await aCoordinator(db)) }
}

async function aVenueIn(db: Database, districtId: DistrictId) {
  const venueId = await aVenue(db, { districtId })
  return { venueId, owner: await contextFor(db, await anOwner(db, venueId)) }
}

describe('the form of a class', () => {
  it.each([
    [{ title: ' ' }, 'title', 'Give the class a title'],
    [{ day: '2026-02-30' }, 'day', 'Choose the date'],
    [{ starts: '25:00' }, 'starts', 'Type when the class begins'],
    [{ starts: '22:00', ends: '01:00' }, 'ends', 'past midnight as two'],
    [{ ends: '14:00' }, 'ends', 'lies before the beginning'],
    [{ seats: '0' }, 'seats', 'from 1 to 1,000'],
    [{ seats: 'many' }, 'seats', 'from 1 to 1,000'],
    [{ signUp: '' }, 'signUp', 'Say how'],
  ])('says what to do: %o', (change, field, words) => {
    const { error } = NewClassForm.safeParse({ ...typed, ...change })
    const issue = error?.issues.find(({ path }) => path.join('.') === field)
    expect(issue?.message).toContain(words)
  })

  it('keeps no marks that nobody sees in the words', () => {
    const { data } = NewClassForm.safeParse({ ...typed, words: ' One\0\r\n\u202etwo' })
    expect(data?.words).toBe('One\ntwo')
  })

  it('reads an empty number of seats as room for everybody', () => {
    expect(aClass({ seats: '' }).seats).toBeNull()
  })
})

describe('the time of a class', () => {
  it('is the program’s own, in summer and in winter', () => {
    expect(classMoment('2026-12-08', '14:00', 'America/New_York').toISOString()).toBe(
      '2026-12-08T19:00:00.000Z',
    )
    expect(classMoment('2026-07-08', '14:00', 'America/New_York').toISOString()).toBe(
      '2026-07-08T18:00:00.000Z',
    )
  })

  it('comes back as it was typed, on every day of a year with both changes of the clock', () => {
    for (const timeZone of ['America/New_York', 'Europe/Paris', 'Asia/Kolkata', 'UTC']) {
      for (let month = 1; month <= 12; month += 1) {
        for (const date of ['01', '08', '25', '29']) {
          if (month === 2 && date === '29') continue
          const day = `2026-${String(month).padStart(2, '0')}-${date}` as '2026-01-01'
          expect(clockTimeOf(classMoment(day, '18:45', timeZone), timeZone)).toBe('18:45')
        }
      }
    }
  })

  it('that a spring night skips is refused with a sentence', async () => {
    const { coordinator } = await aDesk()
    const skipped = aClass({ day: '2027-03-14', starts: '02:10', ends: '02:50' })
    await expect(announceClass(coordinator, skipped)).rejects.toThrow('Clocks change')
  })
})

describe('announcing a class', () => {
  it('keeps it and records who did', async () => {
    const { db, coordinator } = await aDesk()
    const id = await announceClass(coordinator, aClass())
    const [row] = await db.select().from(classes)
    expect(row).toMatchObject({
      id,
      title: 'Stepping in safely',
      trainingType: 'sexual-assault-intervention',
      districtId: null,
      startsAt: new Date('2026-12-08T19:00:00Z'),
      endsAt: new Date('2026-12-08T21:30:00Z'),
      seats: 12,
      revision: 1,
      calledOffAt: null,
    })
    const [event] = await db.select().from(events)
    expect([event?.kind, event?.subjectId]).toEqual(['class.added', id])
  })

  it('is for coordinators with both factors', async () => {
    const { db, coordinator } = await aDesk()
    const districtId = await aDistrict(db)
    const liaison = await contextFor(db, await aLiaison(db, districtId))
    const half = await contextFor(db, coordinator.actor.person.id, testNow, ['password'])
    for (const ctx of [liaison, half]) {
      await expect(announceClass(ctx, aClass())).rejects.toThrow(NotPermitted)
    }
    expect(await db.$count(classes)).toBe(0)
  })

  it('refuses what is over, and names that are not there', async () => {
    const { coordinator } = await aDesk()
    await expect(announceClass(coordinator, aClass({ day: '2026-11-21' }))).rejects.toThrow(
      'This day is over',
    )
    const earlier = aClass({ day: '2026-11-22', starts: '10:00', ends: '11:00' })
    await expect(announceClass(coordinator, earlier)).rejects.toThrow('over today')
    await expect(announceClass(coordinator, aClass({ trainingType: 'juggling' }))).rejects.toThrow(
      'Choose a training',
    )
    await expect(announceClass(coordinator, aClass({ district: 'dis_nowhere' }))).rejects.toThrow(
      Invalid,
    )
  })

  it('is done once when the form comes twice', async () => {
    const { db, coordinator } = await aDesk()
    const ctx = { ...coordinator, origin: { ...coordinator.origin, submission: 'one' } }
    const ids = await Promise.all([announceClass(ctx, aClass()), announceClass(ctx, aClass())])
    expect(new Set(ids).size).toBe(1)
    expect(await db.$count(classes)).toBe(1)
  })
})

describe('changing a class', () => {
  it('is by compare-and-set: of two who save, one hears who was first and reads what stands', async () => {
    const { db, coordinator } = await aDesk()
    const id = await announceClass(coordinator, aClass())
    const other = await contextFor(db, await aCoordinator(db))
    const answers = await Promise.allSettled([
      changeClass(coordinator, id, { ...aClass({ place: 'The pier' }), revision: 1 }),
      changeClass(other, id, { ...aClass({ place: 'The mill' }), revision: 1 }),
    ])
    const lost = answers.filter((each) => each.status === 'rejected')
    expect(lost).toHaveLength(1)
    const reason: unknown = lost[0]?.reason
    expect(reason).toBeInstanceOf(Conflict)
    const { place, revision } = await classFor(coordinator, id)
    expect(reason instanceof Conflict && reason.theirs?.Where).toBe(place)
    expect(revision).toBe(2)
  })

  it('fills its form with what stands', async () => {
    const { coordinator } = await aDesk()
    const id = await announceClass(coordinator, aClass())
    const { values } = await classPage(coordinator, id)
    expect(values).toEqual(typed)
  })

  it('is absent for an unknown class', async () => {
    const { coordinator } = await aDesk()
    await expect(
      changeClass(coordinator, 'cls_none', { ...aClass(), revision: 1 }),
    ).rejects.toThrow(NotFound)
  })
})

describe('calling a class off', () => {
  it('takes it from the venues’ pages, once, and ends its changes', async () => {
    const { db, coordinator } = await aDesk()
    const { venueId, owner } = await aVenueIn(db, await aDistrict(db))
    const id = await announceClass(coordinator, aClass())
    expect((await venueClasses(owner, venueId)).classes).toHaveLength(1)
    const answers = await Promise.allSettled([
      callOffClass(coordinator, id),
      callOffClass(coordinator, id),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await venueClasses(owner, venueId)).classes).toEqual([])
    await expect(changeClass(coordinator, id, { ...aClass(), revision: 2 })).rejects.toThrow(
      'was called off',
    )
    const list = await classList(coordinator, { show: 'to_come', words: '', after: null })
    expect(list.classes.map(({ status }) => status)).toEqual(['Called off'])
  })

  it('is not for a class that is over', async () => {
    const { coordinator } = await aDesk()
    const id = await announceClass(coordinator, aClass())
    const later = { ...coordinator, now: new Date('2026-12-09T12:00:00Z') }
    await expect(callOffClass(later, id)).rejects.toThrow('is over')
  })
})

describe('the list of classes', () => {
  it('walks in order, a page at a time, to come and past, and finds words', async () => {
    const { coordinator } = await aDesk()
    for (let number = 1; number <= 23; number += 1) {
      const day = `2026-12-${String(1 + (number % 5)).padStart(2, '0')}`
      await announceClass(coordinator, aClass({ title: `Class ${number}`, day }))
    }
    const asked = { words: '', after: null } as const
    const first = await classList(coordinator, { ...asked, show: 'to_come' })
    expect([first.classes.length, first.total]).toEqual([20, 23])
    const second = await classList(coordinator, { ...asked, show: 'to_come', after: first.next })
    expect([second.classes.length, second.next]).toEqual([3, null])
    const all = [...first.classes, ...second.classes].map(({ id }) => id)
    expect(new Set(all).size).toBe(23)

    const found = await classList(coordinator, { ...asked, show: 'to_come', words: 'class 23' })
    expect(found.classes.map(({ title }) => title)).toEqual(['Class 23'])
    const later = { ...coordinator, now: new Date('2026-12-31T12:00:00Z') }
    const past = await classList(later, { ...asked, show: 'past' })
    const beyond = await classList(later, { ...asked, show: 'past', after: past.next })
    const ids = [...past.classes, ...beyond.classes].map(({ id }) => id)
    expect(ids).toEqual(all.reverse())
  })
})

describe('classes of a venue', () => {
  it('are those of its district and those for everybody, the soonest first', async () => {
    const { db, coordinator } = await aDesk()
    const harbor = await aDistrict(db)
    const mill = await aDistrict(db)
    const { venueId, owner } = await aVenueIn(db, harbor)
    await announceClass(
      coordinator,
      aClass({ title: 'Harbor', district: harbor, day: '2026-12-20' }),
    )
    await announceClass(coordinator, aClass({ title: 'Mill', district: mill }))
    await announceClass(coordinator, aClass({ title: 'All' }))
    const page = await venueClasses(owner, venueId)
    expect(page.classes.map(({ title }) => title)).toEqual(['All', 'Harbor'])
    expect(page.classes[0]?.when).toBe('December 8, 2026, 2:00 PM to 4:30 PM')
    expect(await nextClass(owner, venueId)).toMatchObject({ title: 'All', more: 1 })
    expect(await countQueries(() => nextClass(owner, venueId))).toBe(1)

    const titles = async (id: DistrictId | null) =>
      (await classesToCome(db, id, testNow)).map(({ title }) => title).sort()
    expect(await titles(mill)).toEqual(['All', 'Mill'])
    expect(await titles(null)).toEqual(['All'])
    expect(await classesToCome(db, mill, new Date('2027-01-01'))).toEqual([])
  })

  it('are absent for people of another venue', async () => {
    const { db } = await aDesk()
    const districtId = await aDistrict(db)
    const { venueId } = await aVenueIn(db, districtId)
    const { owner: stranger } = await aVenueIn(db, districtId)
    await expect(venueClasses(stranger, venueId)).rejects.toThrow(NotFound)
    await expect(nextClass(stranger, venueId)).rejects.toThrow(NotFound)
  })

  it('say what one would change where the training is short, and that it is in place where it is', async () => {
    const { db, coordinator } = await aDesk()
    const { venueId, owner } = await aVenueIn(db, await aDistrict(db))
    await aTrainedTeam(db, venueId, '2027-03-01')
    await announceClass(coordinator, aClass({ seats: '' }))
    const gains = async () => (await venueClasses(owner, venueId)).classes[0]?.gains
    expect(await gains()).toMatchObject([
      {
        standard: 'CARE-1',
        words: '3 of your 3 people will be current that day, so what is asked is in place.',
      },
    ])

    const [one] = await db.select().from(trainingRecords)
    await db.transaction((tx) => tx.delete(trainingRecords))
    expect(await gains()).toMatchObject([
      {
        standard: 'CARE-1',
        words: 'If your people come, 3 of your 3 people would be current instead of 0.',
      },
    ])
    if (one) await db.transaction((tx) => tx.insert(trainingRecords).values(one))
    expect((await gains())?.[0]?.words).toBe(
      'If your people come, 3 of your 3 people would be current instead of 1.',
    )
  })

  it('count no more people than there are seats, and nobody whom a refresher does not help', async () => {
    const { db } = await aDesk()
    const { venueId } = await aVenueIn(db, await aDistrict(db))
    await aTrainedTeam(db, venueId, '2027-03-01')
    const team = await db.select().from(staff)
    const set = await currentStandardSet(db)
    const held = { trainingType: typed.trainingType, day: '2026-12-08', seats: 1 } as const
    const rules = { newHireDays: 30, graceDays: 30 }
    const [gain] = classGains({ staff: team, records: [] }, held, set, rules)
    expect(gain).toMatchObject({ without: 0, withClass: 1, inScope: 3 })
    const refresher = set.trainingTypes.find((type) => type.extends === typed.trainingType)
    if (!refresher) throw new Error('The pack has no refresher of this course.')
    const refreshed = { ...held, trainingType: refresher.code }
    expect(classGains({ staff: team, records: [] }, refreshed, set, rules)).toEqual([])
  })
})
