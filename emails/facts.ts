import type { PartnerField, Role } from '~db/vocabulary'

/** What somebody is invited to be, or is, and where. */
export type OfferFacts = {
  role: Role
  field: PartnerField | null
  venue: string | null
  district: string | null
}

/**
 * What each email is told. Facts hold paths of the portal, not whole addresses: the address is
 * known where the mail is rendered. Queued as JSON in the outbox.
 */
export type EmailFacts = {
  'sign-in-code': { code: string; minutes: number }
  /** To somebody who is signed in, and is asked to prove it. */
  'proof-code': { code: string; minutes: number }
  /** Whenever a way in changes, so that nobody changes it unseen. */
  'sign-in-changed': {
    change: 'passkey_added' | 'passkey_removed' | 'password' | 'time_code' | 'recovery_codes'
  }
  'recovery-code-used': { left: number }
  /** To staff who asked for a code: a code by email is not enough for them. */
  'staff-sign-in': { path: string }
  'staff-setup': { name: string; path: string; expires: string }
  /** `own`: to the person themselves; otherwise to a coordinator. */
  'staff-locked': { name: string; own: boolean; path: string }
  /** What somebody is to the program from now on, in words; empty where they are nothing to it. */
  'program-place': {
    reason: 'changed' | 'ended' | 'removed' | 'leave' | 'left' | 'back'
    name: string
    by: string
    before: string
    after: string
    until: string | null
    path: string
  }
  /** A way to a new sign-in, which asks for a word that does not travel by mail. */
  'staff-recovery': { name: string; by: string; path: string; expires: string }
  /** To the coordinators: `own` for whoever made it. */
  'staff-recovery-told': { name: string; by: string; person: string; own: boolean; path: string }
  /** To the people of venues: who looks after them from now on. `hearBy` is a promise that stays. */
  'liaison-changed': {
    name: string
    liaison: string
    before: string
    venues: { venue: string; district: string; hearBy: string | null; path: string }[]
  }
  'liaison-takes-over': {
    name: string
    before: string
    districts: string[]
    venues: { venue: string; hearBy: string | null }[]
    path: string
  }
  /** To a colleague who is asked to read a draft before it is sent; nothing of the draft is in it. */
  'part-asked': {
    name: string
    from: string
    venue: string
    words: string
    standards: string[]
    path: string
  }
  'peer-read': { name: string; from: string; venue: string; words: string; path: string }
  /** To who takes a second look; `words`: what the venue would like looked at. */
  'second-look-asked': { name: string; venue: string; path: string }
  'application-handed': { name: string; from: string; venue: string; words: string; path: string }
  'second-look-given': { name: string; from: string; venue: string; words: string; path: string }
  /** To the venue: the answer with its reasons. */
  'second-look-answered': { venue: string; by: string; words: string; path: string }
  'viewer-welcome': { name: string; district: string; path: string }
  invitation: {
    venue: string
    code: string
    path: string
    expires: string
    from: { name: string; title: string | null }
  }
  /** `spoken`: a word that comes in person or by phone is asked for as well. */
  'place-invitation': {
    name: string
    from: { name: string; title: string | null }
    offer: OfferFacts
    spoken: boolean
    expires: string
    path: string
  }
  /** To the people of a venue, when one of them comes, goes or changes; `toSelf` to that person. */
  'place-changed': {
    change: 'joined' | 'role' | 'left' | 'ended' | 'handed_over'
    person: string
    by: string
    venue: string
    role: Role
    toSelf: boolean
    path: string
  }
  /** `until`: the last day on which they can change their mind. */
  'venue-left': { venue: string; by: string; until: string; path: string }
  /** `until`: the last day on which they are there; null where they go within the hour. */
  'papers-stay': { venue: string; by: string; kept: boolean; until: string | null; path: string }
  /** To the other side of a walk-through. `times`: what can be chosen; `when`: what was agreed. */
  'walk-through': {
    change: 'proposed' | 'agreed' | 'called_off'
    venue: string
    by: string
    times: string[]
    when: string
    reason: string
    path: string
  }
  'account-deleted': { name: string }
  /** `open`: they can write meanwhile. Where the venue has people already, they wait to be confirmed. */
  'join-received': { venue: string; path: string; open: boolean }
  'join-confirmed': { venue: string; path: string }
  'join-set-aside': { venue: string; reason: string }
  'share-receipt': {
    venue: string
    reference: string
    sharedOn: string
    hearBy: string
    readers: string[]
    path: string
    /** A change after accreditation, which goes on meanwhile. */
    amendment?: true
  }
  /** On the day that a venue named when it paused, and once. */
  'ask-again': { venue: string; pausedOn: string; path: string; changePath: string }
  'application-shared': {
    venue: string
    round: number
    hearBy: string
    path: string
    amendment?: true
  }
  'response-sent': {
    /** The area of a letter that goes out before the rest of its round; empty for the whole. */
    part: string
    venue: string
    liaison: string
    opening: string
    strengths: { standard: string; words: string; quote: string | null }[]
    questions: { standard: string; words: string }[]
    steps: {
      standard: string
      words: string
      why: string
      help: string
      proposedOn: string
      law: string | null
    }[]
    closing: string
    /** Everything is in place: the certificate is next. */
    ready: boolean
    /** It answers a change after accreditation. */
    amendment?: true
    path: string
  }
  'certificate-issued': {
    venue: string
    number: string
    expiresOn: string
    path: string
    checkPath: string
  }
  /** `change` is empty where the zone is new to the venue. `where` and `hours` are words. */
  'zone-told': {
    venue: string
    zone: string
    status: string
    change: string
    where: string[]
    hours: string[]
    from: string
    path: string
    publicPath: string
  }
  /** `things` the soonest first, over all the person's venues; `more` are on the page. */
  'things-due': {
    name: string
    things: {
      venue: string
      what: string
      detail: string
      dueOn: string
      daysLeft: number
      why: string
      next: string
      path: string
    }[]
    more: number
    /** Where each of the venues finds all that falls due there. */
    pages: { venue: string; path: string }[]
  }
  /** To who asked for it, in the afternoon before a service night. The same zone once for each venue. */
  'zone-tonight': {
    night: string
    zones: {
      zone: string
      venue: string
      hours: string
      where: string[]
      script: string
      path: string
    }[]
    stopPath: string
  }
}

export type EmailKind = keyof EmailFacts
