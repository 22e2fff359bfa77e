/**
 * Constants that the schema, the domain and the pages share. This file imports nothing,
 * so that no schema reaches the browser.
 */

export const roles = [
  'owner',
  'manager',
  'helper',
  'liaison',
  'coordinator',
  'partner',
  'district_viewer',
] as const
export type Role = (typeof roles)[number]

export const venueRoles = ['owner', 'manager', 'helper'] as const satisfies readonly Role[]
export const staffRoles = ['liaison', 'coordinator', 'partner'] as const satisfies readonly Role[]

/** What an owner does once the new owner is there: stays as a manager, or leaves. */
export const handOverWays = ['stays', 'leaves'] as const
export type HandOverWay = (typeof handOverWays)[number]

export const partnerFields = ['fire', 'health', 'advocate'] as const
export type PartnerField = (typeof partnerFields)[number]

export const factors = [
  'email_code',
  'password',
  'totp',
  'passkey',
  'recovery_code',
  'demo',
] as const
export type Factor = (typeof factors)[number]

/** What a passkey's challenge is for; an answer to one of another purpose is refused. */
export const challengePurposes = ['register', 'sign_in', 'confirm'] as const
export type ChallengePurpose = (typeof challengePurposes)[number]

/** An application's journey. The words that each person reads are in app/words/en/states.ts. */
export const applicationStates = [
  'exploring',
  'drafting',
  'shared',
  'in_conversation',
  'ready',
  'accredited',
  'refresh_due',
  'paused',
  'stepped_away',
] as const
export type ApplicationState = (typeof applicationStates)[number]

/** The states in which a venue may have only one application at a time. */
export const openStates = [
  'exploring',
  'drafting',
  'shared',
  'in_conversation',
  'ready',
] as const satisfies readonly ApplicationState[]

export const applicationKinds = ['initial', 'renewal'] as const
export type ApplicationKind = (typeof applicationKinds)[number]

/** What the venue says about one standard, beside the evidence that it gives. */
export const stances = ['with_evidence', 'not_applicable', 'another_way', 'with_counsel'] as const
export type Stance = (typeof stances)[number]

export const evidenceKinds = [
  'policy',
  'training',
  'attestation',
  'photo',
  'blank_form',
  'acknowledgement',
  'count',
  'contact',
  'conversation',
  'register_check',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export const standardAreas = ['service', 'guest_care', 'safe_operation', 'home', 'people'] as const
export type StandardArea = (typeof standardAreas)[number]

export const tiers = ['essential', 'enhanced'] as const
export type Tier = (typeof tiers)[number]

export const staffPositions = [
  'owner',
  'manager',
  'bartender',
  'barback',
  'server',
  'host',
  'door',
  'security',
  'kitchen',
  'other',
] as const
export type StaffPosition = (typeof staffPositions)[number]

/** How a training's end is found when no date is printed on it (and sometimes when one is). */
export const validityRules = [
  'fixed_months',
  'printed_date',
  'first_of_month_after',
  'until_changed',
  'refresher',
] as const

export const recordStates = ['claimed', 'evidence_attached', 'verified'] as const
export type RecordState = (typeof recordStates)[number]

/** How somebody who speaks for the venue made sure that a training was done. */
export const verifiedWays = ['original', 'provider', 'register', 'trainer_list'] as const
export type VerifiedWay = (typeof verifiedWays)[number]

/**
 * How somebody stands to one application besides their district: asked to read along, asked about
 * their field, asked for a second look, or recused from it.
 */
export const accessKinds = ['reader', 'field', 'second_look', 'recused'] as const
export type AccessKind = (typeof accessKinds)[number]

/** What a reviewer learns for this work; each is good for some time. */
export const ownTrainingKinds = [
  'proactive_alliance_1',
  'proactive_alliance_2',
  'guardian',
  'bystander',
] as const
export type OwnTrainingKind = (typeof ownTrainingKinds)[number]

export const policyKinds = ['written', 'uploaded'] as const

export const responseOutcomes = ['next_steps', 'ready'] as const
export type ResponseOutcome = (typeof responseOutcomes)[number]

/** Who answers a pulse: the two sides of a letter. */
export const pulseSides = ['venue', 'liaison'] as const
export type PulseSide = (typeof pulseSides)[number]

export const itemKinds = ['strength', 'question', 'next_step', 'accepted_alternative'] as const
export type ItemKind = (typeof itemKinds)[number]

/** How one standard stands, as the letter says it: there is no fourth word. */
export const standings = ['in_place', 'nearly_there', 'lets_talk'] as const
export type Standing = (typeof standings)[number]

/** The texts of a response for which others can suggest words, or a phrase can be kept. */
export const responseFields = ['opening', 'closing', 'words', 'why', 'help'] as const
export type ResponseField = (typeof responseFields)[number]

export const stepAnswers = ['accepted', 'other_date', 'already_done', 'declined'] as const
export type StepAnswer = (typeof stepAnswers)[number]

/** A certificate's own life, computed when it is read. */
export const certificateStatuses = [
  'valid',
  'expiring',
  'being_refreshed',
  'paused',
  'expired',
  'ended',
  'replaced',
] as const
export type CertificateStatus = (typeof certificateStatuses)[number]

export const venueSources = ['license_list', 'typed'] as const

export const importStates = ['previewed', 'done', 'undone'] as const

/** What an import of a license list can do to a license that it knows. */
export const licenseChangeKinds = ['changed', 'vanished', 'returned'] as const

export const joinStates = ['waiting', 'confirmed', 'set_aside'] as const
export type JoinState = (typeof joinStates)[number]

export const confirmWays = ['phone', 'mailed_code', 'claim_code'] as const

/** What happens on a venue's way to its accreditation; an index of the event log holds these alone. */
export const journeyKinds = [
  'venue.invited',
  'venue.claimed',
  'venue.join_confirmed',
  'application.shared',
  'response.sent',
  'certificate.issued',
] as const

export const mailStates = ['queued', 'sending', 'sent', 'held'] as const

/** How the program and a venue met. */
export const contactKinds = [
  'walk_in',
  'call',
  'class',
  'event',
  'message',
  'incident_follow_up',
] as const
export type ContactKind = (typeof contactKinds)[number]

/** The two who meet: either begins a contact, and either writes it down. */
export const contactSides = ['venue', 'program'] as const
export type ContactSide = (typeof contactSides)[number]

export const helpfulAnswers = ['yes', 'no'] as const
export type HelpfulAnswer = (typeof helpfulAnswers)[number]

/** A walk-through of a venue, from the first times that somebody proposes. */
export const walkStates = ['proposed', 'agreed', 'called_off', 'done'] as const
export type WalkState = (typeof walkStates)[number]

/** Why one is called off: a choice, so that nobody writes about a certain night. */
export const walkReasons = ['busy', 'short_staffed', 'later', 'not_needed'] as const
export type WalkReason = (typeof walkReasons)[number]

/** What both look at on a walk-through. */
export const walkItems = [
  'lighting',
  'blind_spots',
  'toilets',
  'drinks',
  'exits',
  'queue_line',
] as const
export type WalkItem = (typeof walkItems)[number]

export const locales = ['en', 'es'] as const
export type Locale = (typeof locales)[number]

/** A ride-share zone's own life, as its city says it. */
export const zoneStatuses = ['proposed', 'pilot', 'permanent', 'suspended', 'ended'] as const
export type ZoneStatus = (typeof zoneStatuses)[number]

export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
export type Weekday = (typeof weekdays)[number]

/** How a district counts its venues for its board. A venue that stands nowhere of these is not counted. */
export const districtGroups = ['invited', 'in_conversation', 'accredited', 'refreshing'] as const
export type DistrictGroup = (typeof districtGroups)[number]

/** How a venue stands with the program, as a coordinator reads it. The words are in app/words/en/standings.ts. */
export const whereVenuesStand = [
  'not_invited',
  'invited',
  'invitation_over',
  'asked',
  'team',
  'shared',
  'in_conversation',
  'ready',
  'accredited',
  'refresh_due',
  'paused',
  'stepped_away',
] as const
export type VenueStanding = (typeof whereVenuesStand)[number]

/** What can fall due at a venue. */
export const dueKinds = ['record', 'coverage', 'dated_evidence', 'certificate'] as const
export type DueKind = (typeof dueKinds)[number]

/** What is wrong with words of the tone helper's lexicon. */
export const toneKinds = ['command', 'warning', 'judgement', 'argument', 'praise'] as const
