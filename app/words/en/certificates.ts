import type { CertificateStatus } from '~db/vocabulary'

/** What the sentences name. Dates come formatted; `since` and `refreshBy` are given where the status has them. */
export interface CertificateDetails {
  venue: string
  since?: string
  until: string
  refreshBy?: string
  pausedBy?: 'venue' | 'lapse'
}

interface StatusWords {
  /** Two or three words for a tag. */
  label: string
  /** What anyone reads who holds the code. Nothing here tells why. */
  everyone: (details: CertificateDetails) => string
  /** What the venue reads about its own certificate. */
  venue: (details: CertificateDetails) => string
}

export const certificateWords: Record<CertificateStatus, StatusWords> = {
  valid: {
    label: 'Valid',
    everyone: ({ venue, until }) => `${venue} is accredited until ${until}.`,
    venue: ({ until }) =>
      `Your venue is accredited until ${until}. Nothing is waiting for you here.`,
  },
  expiring: {
    label: 'Valid',
    everyone: ({ venue, until }) => `${venue} is accredited until ${until}.`,
    venue: ({ until }) =>
      `Your venue is accredited until ${until}. This is a good time to renew, and your liaison can help.`,
  },
  being_refreshed: {
    label: 'Being refreshed',
    everyone: ({ since }) =>
      `Being refreshed since ${since}. The venue and the program are bringing this certificate up to date together.`,
    venue: ({ since, refreshBy }) =>
      `Being refreshed since ${since}: a few things are ready to be brought up to date by ${refreshBy}. Your page lists them, and who can help with each.`,
  },
  paused: {
    label: 'Paused',
    everyone: ({ since }) =>
      `Paused since ${since}. A certificate can rest for many reasons, and it can be picked up again.`,
    venue: ({ since, pausedBy }) =>
      pausedBy === 'venue'
        ? `Paused at your request since ${since}. You can pick it up again any time.`
        : `Paused since ${since}, until the few open things are up to date. Your page lists them, and it becomes valid again the day they are in.`,
  },
  expired: {
    label: 'Past its date',
    everyone: ({ venue, until }) => `${venue} was accredited until ${until}.`,
    venue: ({ until }) =>
      `Your venue was accredited until ${until}. You are welcome to renew any time, and much of what you shared can be used again.`,
  },
  ended: {
    label: 'No longer valid',
    everyone: ({ since }) => `This certificate is no longer valid since ${since}.`,
    venue: ({ since }) =>
      `This certificate is no longer valid since ${since}. You can ask for a second look by another person, and you are welcome to apply again.`,
  },
  replaced: {
    label: 'Replaced',
    everyone: ({ since }) => `A newer certificate took the place of this one on ${since}.`,
    venue: ({ since }) =>
      `A newer certificate took the place of this one on ${since}. Please show the newer one at your door.`,
  },
}

/** What the venue reads once it gave its certificate back; everybody else reads that it ended. */
export function certificateGivenBack({ on }: { on: string }): string {
  return `You gave this certificate back on ${on}. If you change your mind, ask your liaison, or apply again any time: it begins with all that you shared.`
}

/** What the printed certificate says around its facts. */
export const certificatePaper = {
  title: 'Certificate of Accreditation',
  titleWithDistinction: 'Certificate of Accreditation with Distinction',
  /** The title that a viewer shows in its window. */
  heading: ({ title, venue }: { title: string; venue: string }) => `${title}: ${venue}`,
  statement: ({ program }: { program: string }) =>
    `has put every essential standard of ${program} in place.`,
  statementWithDistinction: ({ program }: { program: string }) =>
    `has put every essential standard of ${program} in place, and goes further with enhanced standards of its own choice.`,
  issuedOn: 'Accredited on',
  until: 'Valid until',
  number: 'Certificate number',
  standards: 'Standards',
  standardSet: ({ version }: { version: number }) => `Version ${version}`,
  issuer: ({ issuer, place }: { issuer: string; place: string }) => `${issuer}, ${place}`,
  checkCode: 'Check code',
  check: ({ url }: { url: string }) =>
    `Scan the square, or visit ${url}, to see how it stands today.`,
  qr: ({ url }: { url: string }) => `QR code that leads to ${url}`,
}
