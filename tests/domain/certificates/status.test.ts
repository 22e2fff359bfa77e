import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CertificateLife, certificateStatus } from '~/domain/certificates/status'
import { addDays, type Day } from '~/domain/dates'
import { certificateStatuses } from '~db/vocabulary'

const issued: CertificateLife = {
  issuedOn: '2026-03-01',
  expiresOn: '2027-02-28',
  pausedOn: null,
  endedOn: null,
  replacedOn: null,
  lapsedSince: null,
  settings: { expiringDays: 60, graceDays: 30 },
}
const until = issued.expiresOn

function on(today: Day, changes: Partial<CertificateLife> = {}) {
  return certificateStatus({ ...issued, ...changes }, today)
}

describe('by its dates', () => {
  it('is valid from its first day', () => {
    expect(on('2026-03-01')).toEqual({ status: 'valid', until })
  })

  it('is expiring from 60 days before its last day, and counts through that day', () => {
    const since = '2026-12-30'
    expect(on('2026-12-29')).toEqual({ status: 'valid', until })
    expect(on('2026-12-30')).toEqual({ status: 'expiring', since, until })
    expect(on('2027-02-27')).toEqual({ status: 'expiring', since, until })
    expect(on('2027-02-28')).toEqual({ status: 'expiring', since, until })
  })

  it('is expired on the day after its last day and ever after', () => {
    expect(on('2027-03-01')).toEqual({ status: 'expired', since: '2027-03-01', until })
    expect(on('2031-01-01')).toEqual({ status: 'expired', since: '2027-03-01', until })
  })

  it('counts a leap day as a day', () => {
    const leap = { expiresOn: '2028-02-29' } as const
    expect(on('2028-02-29', leap).status).toBe('expiring')
    expect(on('2028-03-01', leap)).toMatchObject({ status: 'expired', since: '2028-03-01' })
  })

  it('is expiring since its first day when its whole term is short', () => {
    const short = { expiresOn: '2026-03-31' } as const
    expect(on('2026-03-02', short)).toMatchObject({ status: 'expiring', since: '2026-03-01' })
  })
})

describe('by its coverage', () => {
  const lapsed = { lapsedSince: '2026-06-10' } as const
  const refreshBy = '2026-07-09'

  it('is being refreshed since the day of the lapse, that same day', () => {
    const refreshed = { status: 'being_refreshed', since: '2026-06-10', until, refreshBy }
    expect(on('2026-06-09', lapsed)).toEqual({ status: 'valid', until })
    expect(on('2026-06-10', lapsed)).toEqual(refreshed)
    expect(on('2026-06-11', lapsed)).toEqual(refreshed)
  })

  it('is paused when the 30 days of grace are over', () => {
    const paused = { status: 'paused', since: '2026-07-10', until, pausedBy: 'lapse' }
    expect(on('2026-07-09', lapsed).status).toBe('being_refreshed')
    expect(on('2026-07-10', lapsed)).toEqual(paused)
    expect(on('2026-07-11', lapsed)).toEqual(paused)
  })

  it('is valid again the day the coverage is back', () => {
    expect(on('2026-07-20', { lapsedSince: null })).toEqual({ status: 'valid', until })
  })

  it('has no refresh date past its own last day', () => {
    const late = { lapsedSince: '2027-02-20' } as const
    expect(on('2027-02-21', late)).toMatchObject({ status: 'being_refreshed', refreshBy: until })
    expect(on('2027-03-01', late).status).toBe('expired')
  })

  it('is paused at once where the program gives no grace', () => {
    const strict = { ...lapsed, settings: { expiringDays: 60, graceDays: 0 } }
    expect(on('2026-06-10', strict)).toMatchObject({ status: 'paused', since: '2026-06-10' })
  })
})

describe('by what people decide', () => {
  it('is paused from the day that the venue chose, coverage or not', () => {
    const paused = { status: 'paused', since: '2026-05-05', until, pausedBy: 'venue' }
    expect(on('2026-05-04', { pausedOn: '2026-05-05' }).status).toBe('valid')
    expect(on('2026-05-05', { pausedOn: '2026-05-05' })).toEqual(paused)
    expect(on('2026-06-11', { pausedOn: '2026-05-05', lapsedSince: '2026-06-10' })).toEqual(paused)
    expect(on('2026-08-01', { pausedOn: '2026-05-05', lapsedSince: '2026-06-10' })).toEqual(paused)
  })

  it('stays paused for the lapse when the venue pauses after that', () => {
    const both = { lapsedSince: '2026-06-10', pausedOn: '2026-07-20' } as const
    expect(on('2026-07-21', both)).toMatchObject({ since: '2026-07-10', pausedBy: 'lapse' })
  })

  it('is ended from its day on, and counted until the day before', () => {
    const ended = { endedOn: '2026-09-01' } as const
    expect(on('2026-08-31', ended).status).toBe('valid')
    const answer = { status: 'ended', since: '2026-09-01', until: '2026-08-31' }
    expect(on('2026-09-01', ended)).toEqual(answer)
    expect(on('2026-09-02', ended)).toEqual(answer)
    expect(on('2028-01-01', ended)).toEqual(answer)
    expect(on('2026-09-02', { ...ended, pausedOn: '2026-05-05' })).toEqual(answer)
    expect(on('2026-09-02', { ...ended, lapsedSince: '2026-05-05' })).toEqual(answer)
  })

  it('is expired, not ended, when its date came first', () => {
    expect(on('2027-04-01', { endedOn: '2027-03-15' })).toMatchObject({ status: 'expired' })
    expect(on('2027-04-01', { endedOn: '2027-02-28' })).toMatchObject({ status: 'ended' })
  })

  it('is replaced from the day of the newer one, whatever else happened', () => {
    const replaced = { replacedOn: '2027-02-01' } as const
    expect(on('2027-01-31', replaced).status).toBe('expiring')
    const answer = { status: 'replaced', since: '2027-02-01', until: '2027-01-31' }
    expect(on('2027-02-01', replaced)).toEqual(answer)
    expect(on('2027-02-02', replaced)).toEqual(answer)
    expect(on('2027-09-01', replaced)).toEqual(answer)
    expect(on('2027-09-01', { ...replaced, endedOn: '2027-01-15' }).status).toBe('replaced')
  })

  it('was valid only until its own date when the newer one came later', () => {
    expect(on('2027-05-01', { replacedOn: '2027-04-01' })).toEqual({
      status: 'replaced',
      since: '2027-04-01',
      until,
    })
  })

  it('is paused through its last day and expired after', () => {
    expect(on('2027-02-28', { pausedOn: '2026-05-05' }).status).toBe('paused')
    expect(on('2027-03-01', { pausedOn: '2026-05-05' }).status).toBe('expired')
  })
})

describe('over any life', () => {
  const day = fc.integer({ min: -30, max: 500 }).map((days) => addDays('2026-03-01', days))
  const life = fc.record({
    issuedOn: fc.constant<Day>('2026-03-01'),
    expiresOn: fc.integer({ min: 1, max: 400 }).map((days) => addDays('2026-03-01', days)),
    pausedOn: fc.option(day),
    endedOn: fc.option(day),
    replacedOn: fc.option(day),
    lapsedSince: fc.option(day),
    settings: fc.record({
      expiringDays: fc.integer({ min: 1, max: 90 }),
      graceDays: fc.integer({ min: 0, max: 60 }),
    }),
  })

  it('has one status, begun by today, and counts on no day past its printed date', () => {
    fc.assert(
      fc.property(life, day, (facts, today) => {
        const { status, since, until: last, refreshBy } = certificateStatus(facts, today)
        expect(certificateStatuses).toContain(status)
        if (since && today >= facts.issuedOn) expect(since <= today).toBe(true)
        expect(last <= facts.expiresOn).toBe(true)
        expect(refreshBy !== undefined).toBe(status === 'being_refreshed')
        if (refreshBy) expect(today <= refreshBy && refreshBy <= last).toBe(true)
        if (today > facts.expiresOn) expect(['expired', 'ended', 'replaced']).toContain(status)
      }),
    )
  })

  it('depends on no day that has not come', () => {
    fc.assert(
      fc.property(life, day, (facts, today) => {
        const past = (date: Day | null) => (date && date <= today ? date : null)
        const known = {
          ...facts,
          pausedOn: past(facts.pausedOn),
          endedOn: past(facts.endedOn),
          replacedOn: past(facts.replacedOn),
          lapsedSince: past(facts.lapsedSince),
        }
        expect(certificateStatus(facts, today)).toEqual(certificateStatus(known, today))
      }),
    )
  })
})
