import type { AccessKind, ApplicationState } from '~db/vocabulary'
import type { Actor } from '../context'
import type { DistrictId, PersonId, VenueId } from '../ids'
import { allowed, type Permission, refused } from './permission'
import { hasTwoFactors, isCoordinator, isLiaisonFor, placeIn } from './who'

/** What the predicates need to know of an application. */
export type ApplicationSubject = {
  venueId: VenueId
  districtId: DistrictId | null
  state: ApplicationState
  /** What this one application is to the actor beside their districts; null for nothing. */
  access: AccessKind | null
}

/**
 * What was shared is for the liaisons of the venue's district, for coordinators, and for whoever was
 * asked to read this one application; a draft is for nobody, and who is recused sees nothing any more.
 * Whoever may read it may also step back from it.
 */
export function canReadShared(actor: Actor, application: ApplicationSubject): Permission {
  const guest = application.access === 'reader' || application.access === 'second_look'
  if (!isOfProgram(actor, application) && !guest) {
    return refused('This application belongs to another district.')
  }
  return mayReview(actor, application)
}

/** A response is written by a liaison of the district, and never about one's own venue. */
export function canRespond(actor: Actor, application: ApplicationSubject): Permission {
  if (!isLiaisonFor(actor, application.districtId)) {
    return refused('A response is written by a liaison of the venue’s district.')
  }
  const may = mayReview(actor, application)
  return may.allowed ? notOwnVenue(actor, application) : may
}

/** A draft is read by whoever may write it, and by a colleague who was asked to read it first. */
export function canReadDraft(actor: Actor, application: ApplicationSubject): Permission {
  const asked = canSuggestWords(actor, application)
  return asked.allowed ? asked : canRespond(actor, application)
}

/** Words are suggested by a colleague who was asked, until it is done, and never about one's own venue. */
export function canSuggestWords(actor: Actor, application: ApplicationSubject): Permission {
  if (application.access !== 'reader') return refused('Nobody asked you to read this draft.')
  const may = mayReview(actor, application)
  return may.allowed ? notOwnVenue(actor, application) : may
}

/**
 * A part of a letter is written by whoever was asked about their field: they see the standards that they
 * were asked about, and nothing else. Never about one's own venue.
 */
export function canWritePart(actor: Actor, application: ApplicationSubject): Permission {
  if (application.access !== 'field') return refused('Nobody asked you for a part of this letter.')
  const may = mayReview(actor, application)
  return may.allowed ? notOwnVenue(actor, application) : may
}

/** The venue's own district answers it, and the coordinators; a guest reads along and answers nothing. */
export function canAnswerVenue(actor: Actor, application: ApplicationSubject): Permission {
  return isOfProgram(actor, application)
    ? mayReview(actor, application)
    : refused('The liaisons of the venue’s district answer it.')
}

function isOfProgram(actor: Actor, { districtId }: ApplicationSubject): boolean {
  return isLiaisonFor(actor, districtId) || isCoordinator(actor)
}

/** Two factors, this year's agreement, and not recused: asked of everybody who reviews. */
function mayReview(actor: Actor, { access }: ApplicationSubject): Permission {
  if (access === 'recused') return refused('You stepped back from this application.')
  if (!hasTwoFactors(actor)) return refused('This part of the portal is for liaisons.')
  return hasAgreed(actor)
}

/** The eight principles are accepted anew each year, before anything that a venue shared is opened. */
export function hasAgreed({ agreed }: Actor): Permission {
  return agreed ? allowed : refused('Please read and accept this year’s reviewer agreement first.')
}

/** Who answers a venue is settled among the staff of its district; its own people leave that to others. */
export function canAssign(actor: Actor, application: ApplicationSubject): Permission {
  const may = canAnswerVenue(actor, application)
  return may.allowed ? notOwnVenue(actor, application) : may
}

/**
 * Notes among staff are read and written by the liaisons of the district and by coordinators. A guest has
 * no part in them, and neither has anybody who belongs to the venue, whatever else they are.
 */
export function canKeepNotes(actor: Actor, application: ApplicationSubject): Permission {
  return canAssign(actor, application)
}

/** Who stepped back reviews again when a coordinator says so, and never by their own word. */
export function canEndRecusal(actor: Actor, recused: PersonId): Permission {
  if (!isCoordinator(actor) || !hasTwoFactors(actor)) {
    return refused('A coordinator lets somebody review again who stepped back.')
  }
  return actor.person.id === recused
    ? refused('You stepped back from it, so another coordinator decides.')
    : allowed
}

/** A certificate is issued by a liaison of the district or a coordinator, and never to one's own venue. */
export function canIssueCertificate(actor: Actor, application: ApplicationSubject): Permission {
  const readable = canAnswerVenue(actor, application)
  if (!readable.allowed) return readable
  if (application.state !== 'ready') {
    return refused('A certificate is issued when everything is in place.')
  }
  return notOwnVenue(actor, application)
}

function notOwnVenue(actor: Actor, { venueId }: ApplicationSubject): Permission {
  return placeIn(actor, venueId)
    ? refused('You belong to this venue, so a colleague answers it.')
    : allowed
}
