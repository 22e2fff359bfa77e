import { render } from '@react-email/render'
import { createElement } from 'react'
import { accountDeleted } from './account-deleted'
import { applicationHanded } from './application-handed'
import { applicationShared } from './application-shared'
import { askAgain } from './ask-again'
import type { Email, Surroundings } from './blocks'
import { certificateIssued } from './certificate-issued'
import type { EmailFacts, EmailKind } from './facts'
import { invitation } from './invitation'
import { joinConfirmed } from './join-confirmed'
import { joinReceived } from './join-received'
import { joinSetAside } from './join-set-aside'
import { liaisonChanged } from './liaison-changed'
import { liaisonTakesOver } from './liaison-takes-over'
import { EmailPage } from './page'
import { papersStay } from './papers-stay'
import { partAsked } from './part-asked'
import { peerRead } from './peer-read'
import { placeChanged } from './place-changed'
import { placeInvitation } from './place-invitation'
import { plainText } from './plain-text'
import { programPlace } from './program-place'
import { proofCode } from './proof-code'
import { recoveryCodeUsed } from './recovery-code-used'
import { responseSent } from './response-sent'
import { secondLookAnswered } from './second-look-answered'
import { secondLookAsked } from './second-look-asked'
import { secondLookGiven } from './second-look-given'
import { shareReceipt } from './share-receipt'
import { signInChanged } from './sign-in-changed'
import { signInCode } from './sign-in-code'
import { staffLocked } from './staff-locked'
import { staffRecovery } from './staff-recovery'
import { staffRecoveryTold } from './staff-recovery-told'
import { staffSetup } from './staff-setup'
import { staffSignIn } from './staff-sign-in'
import { thingsDue } from './things-due'
import { venueLeft } from './venue-left'
import { viewerWelcome } from './viewer-welcome'
import { walkThrough } from './walk-through'
import { zoneTold } from './zone-told'
import { zoneTonight } from './zone-tonight'

const emails: { [Kind in EmailKind]: Email<EmailFacts[Kind]> } = {
  'sign-in-code': signInCode,
  'proof-code': proofCode,
  'sign-in-changed': signInChanged,
  'recovery-code-used': recoveryCodeUsed,
  'staff-sign-in': staffSignIn,
  'staff-setup': staffSetup,
  'staff-locked': staffLocked,
  'program-place': programPlace,
  'staff-recovery': staffRecovery,
  'staff-recovery-told': staffRecoveryTold,
  'liaison-changed': liaisonChanged,
  'liaison-takes-over': liaisonTakesOver,
  'part-asked': partAsked,
  'peer-read': peerRead,
  'second-look-asked': secondLookAsked,
  'application-handed': applicationHanded,
  'second-look-given': secondLookGiven,
  'second-look-answered': secondLookAnswered,
  'viewer-welcome': viewerWelcome,
  invitation,
  'place-invitation': placeInvitation,
  'place-changed': placeChanged,
  'venue-left': venueLeft,
  'walk-through': walkThrough,
  'papers-stay': papersStay,
  'account-deleted': accountDeleted,
  'join-received': joinReceived,
  'join-confirmed': joinConfirmed,
  'join-set-aside': joinSetAside,
  'ask-again': askAgain,
  'share-receipt': shareReceipt,
  'application-shared': applicationShared,
  'response-sent': responseSent,
  'certificate-issued': certificateIssued,
  'zone-told': zoneTold,
  'zone-tonight': zoneTonight,
  'things-due': thingsDue,
}

export type RenderedEmail = { subject: string; text: string; html: string }

export function isEmailKind(kind: string): kind is EmailKind {
  return Object.hasOwn(emails, kind)
}

/** One email as it goes out. Throws where its facts do not fit. */
export async function renderEmail<Kind extends EmailKind>(
  kind: Kind,
  facts: EmailFacts[Kind],
  around: Surroundings,
): Promise<RenderedEmail> {
  const message = emails[kind](facts, around)
  const { program } = around
  return {
    subject: oneLine(message.subject),
    text: plainText(message, program),
    html: await render(createElement(EmailPage, { message, program })),
  }
}

/** A line break in a subject would begin another header. */
function oneLine(subject: string): string {
  return subject
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
}
