import type { CertificateStatus } from '~db/vocabulary'
import { addDays, type Day } from '../dates'

export interface CertificateLife {
  issuedOn: Day
  /** The last day on which it counts, as printed. */
  expiresOn: Day
  /** Since when the venue lets it rest. */
  pausedOn: Day | null
  /** Since when it no longer counts, given back by the venue or ended by the program. */
  endedOn: Day | null
  /** The day a newer certificate took its place. */
  replacedOn: Day | null
  /** Since when training coverage or a date is short, or null while all is current. */
  lapsedSince: Day | null
  settings: { expiringDays: number; graceDays: number }
}

export interface CertificateStanding {
  status: CertificateStatus
  /** The first day of this status; absent while valid. */
  since?: Day
  /** The last day on which the certificate counts, or counted, as far as is known today. */
  until: Day
  /** While being refreshed: the last day before it is paused. */
  refreshBy?: Day
  /** While paused: who or what let it rest. Only the venue reads this. */
  pausedBy?: 'venue' | 'lapse'
}

/**
 * Where a certificate stands on a day, from its dates and its coverage alone. A day that has not
 * come yet changes nothing. Of the ways to an end, being replaced is told first, since the newer
 * certificate answers for the venue; then whichever came first of its end and its date.
 */
export function certificateStatus(life: CertificateLife, today: Day): CertificateStanding {
  return over(life, today) ?? resting(life, today) ?? running(life, today)
}

function over(life: CertificateLife, today: Day): CertificateStanding | null {
  const { endedOn, expiresOn, replacedOn } = life
  if (hasCome(replacedOn, today)) {
    return {
      status: 'replaced',
      since: replacedOn,
      until: earlier(addDays(replacedOn, -1), expiresOn),
    }
  }
  if (hasCome(endedOn, today) && endedOn <= expiresOn) {
    return { status: 'ended', since: endedOn, until: addDays(endedOn, -1) }
  }
  if (today > expiresOn) {
    return { status: 'expired', since: addDays(expiresOn, 1), until: expiresOn }
  }
  return null
}

function resting(life: CertificateLife, today: Day): CertificateStanding | null {
  const { lapsedSince, pausedOn, expiresOn: until } = life
  const graceOver = lapsedSince && addDays(lapsedSince, life.settings.graceDays)

  if (hasCome(pausedOn, today) && !(graceOver && graceOver < pausedOn)) {
    return { status: 'paused', since: pausedOn, until, pausedBy: 'venue' }
  }
  if (hasCome(graceOver, today)) {
    return { status: 'paused', since: graceOver, until, pausedBy: 'lapse' }
  }
  if (hasCome(lapsedSince, today) && graceOver) {
    const refreshBy = earlier(addDays(graceOver, -1), until)
    return { status: 'being_refreshed', since: lapsedSince, until, refreshBy }
  }
  return null
}

function running(life: CertificateLife, today: Day): CertificateStanding {
  const { issuedOn, expiresOn: until } = life
  const expiringFrom = addDays(until, -life.settings.expiringDays)
  if (today < expiringFrom) return { status: 'valid', until }
  return { status: 'expiring', since: expiringFrom < issuedOn ? issuedOn : expiringFrom, until }
}

/** Dates in this form sort as text. */
function hasCome(day: Day | null, today: Day): day is Day {
  return day !== null && day <= today
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b
}
