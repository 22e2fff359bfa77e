import type { Actor } from '../context'
import {
  ofApplication,
  ofCompletion,
  ofDistrict,
  ofHelper,
  ofPerson,
  ofPromotion,
  ofShared,
  ofVenue,
  type Subject,
} from './action-subjects'
import {
  canAnswerVenue,
  canAssign,
  canEndRecusal,
  canIssueCertificate,
  canKeepNotes,
  canReadDraft,
  canReadShared,
  canRespond,
  canSuggestWords,
  canWritePart,
} from './application'
import { canComplete, canReadCertificate } from './certificate'
import { canArrangeClasses } from './class'
import { canKeepContacts, canLogContact } from './contact'
import {
  canAcceptAgreement,
  canKeepLexicon,
  canKeepPromises,
  canOpenDesk,
  canRunProgram,
} from './desk'
import { canReadDistrict } from './district'
import { canReadLetters, canReply } from './feedback'
import { canLookAfterMail } from './mail'
import type { Permission } from './permission'
import * as place from './place'
import { canDownloadVenue, canLeaveProgram, canLookAfterRetention } from './privacy'
import { canReadPulse } from './pulse'
import { canReadRecord } from './record'
import { canAnswerSecondLook, canAskSecondLook, canGiveSecondLook } from './second-look'
import { canLookAfterPeople, canRecoverStaff, canRemovePerson, canUnlockStaff } from './staff'
import * as venue from './venue'
import { canAcknowledgeZones, canAskForReminders, canKeepZones } from './zone'

export const actionAreas = ['venue', 'review', 'districts', 'program'] as const
export type ActionArea = (typeof actionAreas)[number]

export type Action = {
  /** The predicate's own name. */
  name: string
  words: string
  ask: (actor: Actor, subject: Subject) => Permission
}

/** Everything that somebody is asked for permission for: each predicate of this folder once, with its words. */
export const actions: Record<ActionArea, Action[]> = {
  venue: [
    action('Write drafts and keep training records', venue.canWorkOnDrafts, ofVenue),
    action('Mark a training as verified', venue.canVerifyRecords, ofVenue),
    action('Share the application', venue.canShare, ofVenue),
    action('Answer steps, pause, step away: speak for the venue', venue.canSpeakForVenue, ofVenue),
    action('Ask for a second look at what was shared', canAskSecondLook, ofShared),
    action('Read letters and receipts', canReadLetters, ofVenue),
    action('Open the certificate and its code', canReadCertificate, ofVenue),
    action('Say that the door staff know a loading zone', canAcknowledgeZones, ofVenue),
    action('Ask for reminders of a zone’s nights', canAskForReminders, ofVenue),
    action('Read the log of contacts, add to it, say what helped', canKeepContacts, ofVenue),
    action('See who has access to the venue', place.canSeePlaces, ofVenue),
    action('See who is invited to the venue', place.canSeeInvitations, ofVenue),
    action('Invite a helper to the venue', place.canInvite, ofHelper),
    action('End the access of a helper', place.canEndPlace, ofHelper),
    action('Change what somebody is to the venue', place.canChangePlace, ofPromotion),
    action('Hand the venue to a new owner', place.canHandOver, ofVenue),
    action('Show a name for one record, for a while', venue.canShowNames, ofVenue),
    action('Download everything about the venue', canDownloadVenue, ofVenue),
    action('Leave the program', canLeaveProgram, ofVenue),
  ],
  review: [
    action('Open the desk where shared applications wait', canOpenDesk),
    action('Read what a venue shared', canReadShared, ofApplication),
    action('Accept the reviewer agreement', canAcceptAgreement),
    action('Answer for the program what a venue writes', canAnswerVenue, ofApplication),
    action('Say in whose hands an application is', canAssign, ofApplication),
    action('Read and write notes among staff', canKeepNotes, ofApplication),
    action('Let somebody review again who stepped back', canEndRecusal, ofPerson),
    action('Tick off the help that their letters offered', canKeepPromises),
    action('Write and send a response', canRespond, ofApplication),
    action('Read a response before it is sent', canReadDraft, ofApplication),
    action('Suggest words for a draft, where a colleague asked', canSuggestWords, ofApplication),
    action('Write a part of a letter, where somebody asked them', canWritePart, ofApplication),
    action('Reply to a letter, settle its parts and open them again', canReply, ofApplication),
    action('Give a second look to somebody not involved', canGiveSecondLook, ofApplication),
    action('Answer a second look that was given to them', canAnswerSecondLook, ofApplication),
    action('Issue a certificate', canIssueCertificate, ofApplication),
    action('Issue it where the program asks for two people', canComplete, ofCompletion, mayIssue),
  ],
  districts: [
    action('Read how a district stands', canReadDistrict, ofDistrict),
    action('Read what groups of five answered to the pulse', canReadPulse, ofDistrict),
    action('Open a venue’s log of contacts and write in it', canLogContact, ofDistrict),
    action('Enter, change and confirm loading zones', canKeepZones),
    action('Announce classes and call them off', canArrangeClasses),
    action('Say which venues belong to which district', venue.canArrangeDistricts),
  ],
  program: [
    action('Open the pages that run the program', canRunProgram),
    action('Invite venues', venue.canInviteVenues),
    action('Answer requests to join a venue', venue.canDecideJoinRequests),
    action('Answer a certain person’s request', venue.canDecideRequestOf, ofPerson),
    action('Import license lists', venue.canImportLicenses),
    action('Merge two entries of one venue', venue.canMergeVenues),
    action('See the people of the program and change what they are to it', canLookAfterPeople),
    action('Take somebody out of the program', canRemovePerson, ofPerson),
    action('Give somebody a new sign-in', canRecoverStaff, ofPerson),
    action('Release an account that was locked', canUnlockStaff, ofPerson),
    action('Change the words that the tone helper looks for', canKeepLexicon),
    action('Release mail that was held', canLookAfterMail),
    action('Give and end places in the program', place.canKeepPlaces),
    action('Read the record of what happened', canReadRecord),
    action('See what will be removed, and keep it longer', canLookAfterRetention),
  ],
}

function action<Asked extends unknown[]>(
  words: string,
  predicate: (actor: Actor, ...asked: Asked) => Permission,
  about: (subject: Subject) => Asked = () => [] as unknown as Asked,
  first?: Action['ask'],
): Action {
  const ask = (actor: Actor, subject: Subject) => {
    const before = first?.(actor, subject)
    return before && !before.allowed ? before : predicate(actor, ...about(subject))
  }
  return { name: predicate.name, words, ask }
}

function mayIssue(actor: Actor, subject: Subject): Permission {
  return canIssueCertificate(actor, ...ofApplication(subject))
}
