import { describe, expect, it } from 'vitest'
import { certificatePaper, certificateWords } from '~/words/en/certificates'
import { certificateStatuses } from '~db/vocabulary'

const details = {
  venue: 'The Lantern Room',
  since: 'June 10, 2026',
  until: 'February 28, 2027',
  refreshBy: 'July 9, 2026',
}

describe('the words of each status', () => {
  it('exist for every status, as whole sentences with their dates', () => {
    expect(Object.keys(certificateWords).sort()).toEqual([...certificateStatuses].sort())
    for (const status of certificateStatuses) {
      const { label, everyone, venue } = certificateWords[status]
      expect(label).toMatch(/^[A-Z][a-z ]+$/)
      for (const sentence of [everyone(details), venue(details)]) {
        expect(sentence).toMatch(/^[A-Z].*\.$/)
        expect(sentence).toMatch(/\d{4}/)
        expect(sentence).not.toContain('undefined')
      }
    }
  })

  it('tell the public nothing but the date when a certificate was ended', () => {
    expect(certificateWords.ended.everyone(details)).toBe(
      'This certificate is no longer valid since June 10, 2026.',
    )
  })

  it('say since when it is being refreshed, and until when the venue has', () => {
    expect(certificateWords.being_refreshed.everyone(details)).toContain(
      'Being refreshed since June 10, 2026',
    )
    expect(certificateWords.being_refreshed.venue(details)).toContain('by July 9, 2026')
  })

  it('say the same of a valid certificate whether or not its renewal is near', () => {
    expect(certificateWords.expiring.everyone(details)).toBe(
      certificateWords.valid.everyone(details),
    )
  })

  it('never tell the public why, nor use words that judge', () => {
    const judging =
      /coverage|lapse|training|staff|revok|reject|fail|den(y|ied)|violat|complian|suspend|terminat|missing|must|deadline/i
    expect('Revoked for failing its training').toMatch(judging)
    for (const status of certificateStatuses) {
      expect(certificateWords[status].everyone(details)).not.toMatch(judging)
      expect(certificateWords[status].venue(details)).not.toMatch(/revok|reject|fail|must|violat/i)
    }
  })

  it('tell the public the same whoever paused it, and the venue which of the two', () => {
    const { everyone, venue } = certificateWords.paused
    const byVenue = { ...details, pausedBy: 'venue' } as const
    const byLapse = { ...details, pausedBy: 'lapse' } as const
    expect(everyone(byVenue)).toBe(everyone(byLapse))
    expect(venue(byVenue)).toContain('at your request')
    expect(venue(byLapse)).not.toContain('at your request')
  })
})

it('names the venue in the title of the paper', () => {
  expect(
    certificatePaper.heading({ title: certificatePaper.title, venue: 'The Lantern Room' }),
  ).toBe('Certificate of Accreditation: The Lantern Room')
})
