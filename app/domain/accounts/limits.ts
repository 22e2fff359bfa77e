import { codeLimits } from './code-limits'

/**
 * Whom a limit counts: each has a counter of its own. An address is a network address, IPv6 by its
 * /64; `emailThere` is one email address as one network asks for it, `emailAround` as a wide one does (IPv6
 * by its /48, as a provider gives to one customer). A whole department may share an
 * address, so what only signed-in people do has a wide one.
 */
export type Counted =
  | 'person'
  | 'venue'
  | 'email'
  | 'browser'
  | 'link'
  | 'address'
  | 'emailThere'
  | 'emailAround'
export type Allowance = { points: number; seconds: number }
export type Limit = {
  per: Partial<Record<Counted, Allowance>>
  /** What somebody reads who has used it up; `when` is "in 5 minutes". */
  sentence: (when: string) => string
}

const minutes = 60
const hour = 60 * minutes

/** How often what may be done, and within how long: the whole list. */
export const limits = {
  ...codeLimits,
  'staff-sign-in': {
    per: { address: { points: 60, seconds: 15 * minutes } },
    sentence: (when) =>
      `Many sign-ins were tried from your network. Please try again ${when}, or use a passkey.`,
  },
  'passkey-sign-in': {
    per: { address: { points: 120, seconds: 15 * minutes } },
    sentence: (when) => `Many sign-ins were tried from your network. Please try again ${when}.`,
  },
  /**
   * Failures with a password or a time-based code, each for its own 15 minutes: five that count at once lock
   * the account for new browsers.
   */
  'staff-failure': {
    per: { email: { points: 5, seconds: 15 * minutes } },
    sentence: (when) => `Please try again ${when}.`,
  },
  'staff-failure-known-browser': {
    per: { browser: { points: 5, seconds: 15 * minutes } },
    sentence: (when) =>
      `Those were five tries that did not fit. This browser can try again ${when}. A passkey works at any time.`,
  },
  'set-up': {
    per: {
      link: { points: 20, seconds: hour },
      address: { points: 60, seconds: hour },
    },
    sentence: (when) => `This link was tried many times. Please try again ${when}.`,
  },
  invitation: {
    per: {
      person: { points: 100, seconds: hour },
      venue: { points: 30, seconds: hour },
      address: { points: 200, seconds: hour },
    },
    sentence: (when) =>
      `Many invitations went out in a short time. You can send the next one ${when}.`,
  },
  'invitation-renewal': {
    per: { link: { points: 3, seconds: hour }, address: { points: 20, seconds: hour } },
    sentence: (when) =>
      `New links for this invitation were sent already. Please look into your mail; you can ask for another ${when}.`,
  },
  'invitation-opening': {
    per: { address: { points: 60, seconds: hour } },
    sentence: (when) => `Many invitations were tried from your network. Please try again ${when}.`,
  },
  upload: {
    per: {
      person: { points: 120, seconds: hour },
      venue: { points: 300, seconds: hour },
      address: { points: 600, seconds: hour },
    },
    sentence: (when) =>
      `Those were many files in a short time. What you uploaded before is safe; you can go on ${when}.`,
  },
  export: {
    per: { person: { points: 60, seconds: hour }, address: { points: 300, seconds: hour } },
    sentence: (when) => `Those were many downloads in a short time. You can go on ${when}.`,
  },
  /** Codes of certificates that nobody has; a code that is found costs nothing. */
  check: {
    per: { address: { points: 60, seconds: 15 * minutes } },
    sentence: (when) =>
      `Many codes that no certificate has were tried from your network. Please try again ${when}.`,
  },
  /** Codes of letters that open nothing. */
  claim: {
    per: { address: { points: 30, seconds: 15 * minutes } },
    sentence: (when) =>
      `Many codes that open nothing were tried from your network. Please try again ${when}.`,
  },
  /** A whole team may sign in one evening from the venue's own network. */
  signing: {
    per: { link: { points: 200, seconds: hour }, address: { points: 200, seconds: hour } },
    sentence: (when) =>
      `Many signatures came in a short time. What you read is still here; you can sign ${when}.`,
  },
  join: {
    per: { person: { points: 20, seconds: hour }, address: { points: 60, seconds: hour } },
    sentence: (when) => `Many requests to join came in a short time. Please try again ${when}.`,
  },
  readiness: {
    per: { address: { points: 120, seconds: hour } },
    sentence: (when) =>
      `Many readiness checks were started from your network. Your answers are still in the form: go back to it, and try again ${when}.`,
  },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limits

/** "in a minute", "in 12 minutes", "in an hour": never earlier than it is true. */
export function whenWords(seconds: number): string {
  const whole = Math.ceil(seconds / 60)
  if (whole <= 1) return 'in a minute'
  return whole >= 60 ? 'in an hour' : `in ${whole} minutes`
}
