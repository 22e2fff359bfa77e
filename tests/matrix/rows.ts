import type { VisitorName } from './town'

/** What somebody is to a page, whichever venue or district is theirs. */
export type Kind = Exclude<VisitorName, 'otherOwner' | 'otherLiaison' | 'otherViewer'>

/** How an address answers. Whoever it opens to may still hear that the time for a deed is not now. */
export type Outcome =
  | 'opens'
  | 'leads to sign-in'
  | 'asks for the second step'
  | 'is absent'
  | 'is refused'
  | 'has nothing to read'

type Audience = {
  opens: readonly Kind[] | 'all'
  /** Who is told why not. */
  refused?: readonly Kind[] | 'all'
  /** Who is told so only where the id is one of their own. */
  absentElsewhere?: readonly Kind[]
  /** Everybody else hears this, also who is signed out; without it they are led to sign in first. */
  whoever?: Outcome
  /** What they all hear where the link or code is nobody's, if it is not the same. */
  dead?: Outcome
  /** A half sign-in is led on to its second step even where everybody may come in. */
  half?: 'asks for the second step'
}

const team = ['first', 'owner', 'manager', 'helper'] as const
const known = ['owner', 'manager', 'helper'] as const
const speakers = ['owner', 'manager'] as const

/** For whom an address is, where the id is one of their own. Everybody else finds nothing there. */
export const audiences = {
  everybody: { opens: 'all', whoever: 'opens' },
  'everybody, of what is there': { opens: 'all', whoever: 'opens', dead: 'is absent' },
  'everybody, once fully signed in': {
    opens: 'all',
    whoever: 'opens',
    half: 'asks for the second step',
  },
  'whoever is signed in': { opens: 'all' },
  'whoever is signed in, where there is a demo': { opens: [] },
  'whoever has a password': { opens: ['partner'] },
  'whoever signs in by email': {
    opens: ['former', 'asked', 'first', 'owner', 'manager', 'helper', 'viewer'],
    refused: 'all',
  },
  'nobody here': { opens: [], whoever: 'is absent' },
  'nobody: it is only written to': { opens: [], whoever: 'has nothing to read' },
  'whoever holds its link': { opens: 'all', whoever: 'opens', dead: 'is absent' },
  'whoever holds its link, once fully signed in': {
    opens: 'all',
    whoever: 'opens',
    dead: 'is absent',
    half: 'asks for the second step',
  },
  'the person themselves': { opens: ['owner'] },
  'the team': { opens: team },
  'the confirmed team': { opens: known },
  /** Whoever of the team has shared something, or has colleagues: the first of a venue has neither. */
  'the team, of what is there': { opens: known },
  'the confirmed team, and the others hear why not': { opens: known, refused: ['first'] },
  'both sides of a venue': { opens: [...known, 'liaison', 'coordinator'], refused: ['first'] },
  'both sides, of what is there': { opens: [...known, 'liaison', 'coordinator'] },
  'both sides, whoever speaks, of what is there': {
    opens: [...speakers, 'liaison', 'coordinator'],
    refused: ['helper'],
  },
  'who speaks for the venue': { opens: speakers, refused: ['first', 'helper'] },
  'who speaks for it, of what is there': { opens: speakers, refused: ['helper'] },
  'an owner': { opens: ['owner'], refused: ['first', 'manager', 'helper'] },
  'an owner, of what is there': { opens: ['owner'], refused: ['manager', 'helper'] },
  'who follows the district': { opens: ['viewer', 'liaison', 'coordinator'] },
  'staff of the program': { opens: ['liaison', 'partner', 'coordinator'], refused: 'all' },
  'the desk': { opens: ['liaison', 'coordinator'], refused: 'all' },
  /** Nowhere in the town it is, until asked.ts. */
  'the desk, once everything is in place': {
    opens: [],
    refused: 'all',
    absentElsewhere: ['liaison'],
  },
  'the partner who was asked': { opens: ['partner'] },
  /** No file of the town is one: asked.ts. */
  'whoever was asked, if it is theirs to see': { opens: [] },
  /** Nobody of the town was, until asked.ts. */
  'whoever was asked to read': { opens: [], refused: 'all', absentElsewhere: ['liaison'] },
  'the liaison': { opens: ['liaison'], refused: 'all' },
  'the coordinator': { opens: ['coordinator'], refused: 'all' },
} as const satisfies Record<string, Audience>
type AudienceName = keyof typeof audiences

/** What `kind` is answered where the id is their own, or where there is none. */
export function expectedNear(audience: AudienceName, kind: Kind): Outcome {
  const { opens, refused = [], whoever, half }: Audience = audiences[audience]
  if (kind === 'half' && (half || !whoever)) return 'asks for the second step'
  if (whoever) return whoever
  if (kind === 'nobody' || kind === 'removed') return 'leads to sign-in'
  if (opens === 'all' || opens.includes(kind)) return 'opens'
  return refused === 'all' || refused.includes(kind) ? 'is refused' : 'is absent'
}

/** The same for an id of somebody else: who has no business there at all hears what they always hear. */
export function expectedFar(audience: AudienceName, kind: Kind): Outcome {
  const near = expectedNear(audience, kind)
  const { opens, refused = [], absentElsewhere, whoever, dead }: Audience = audiences[audience]
  if (whoever) return near === 'opens' ? (dead ?? near) : near
  if (absentElsewhere?.includes(kind)) return 'is absent'
  const told = refused === 'all' && (opens === 'all' || !opens.includes(kind))
  if (near === 'opens') return 'is absent'
  return near === 'is refused' && !told ? 'is absent' : near
}

/** Every route: who reads it, and who writes to it. */
export const rows: Record<string, [read: AudienceName, write?: AudienceName]> = {
  $: ['nobody here', 'nobody here'],
  _index: ['everybody'],
  'account._index': ['whoever is signed in'],
  'account.delete': ['whoever is signed in', 'whoever is signed in'],
  'account.deleted': ['everybody'],
  'account.name': ['whoever is signed in', 'whoever is signed in'],
  'account.passkeys.$passkeyId.remove': ['the person themselves', 'the person themselves'],
  'account.passkeys.new': ['whoever is signed in', 'whoever is signed in'],
  'account.passkeys.options': ['whoever is signed in', 'whoever is signed in'],
  'account.password': ['whoever has a password', 'whoever has a password'],
  'account.prove._index': ['whoever is signed in', 'whoever is signed in'],
  'account.prove.code': ['whoever is signed in', 'whoever is signed in'],
  'account.prove.demo': ['whoever is signed in', 'whoever is signed in, where there is a demo'],
  'account.prove.email': ['whoever is signed in', 'whoever signs in by email'],
  'account.prove.passkey': ['whoever is signed in', 'whoever is signed in'],
  'account.prove.passkey-options': ['whoever is signed in', 'whoever is signed in'],
  'account.prove.password': ['whoever is signed in', 'whoever is signed in'],
  'account.recovery-codes': ['whoever has a password', 'whoever has a password'],
  'account.sessions.$sessionId.end': ['the person themselves', 'the person themselves'],
  'account.sessions.end-others': ['whoever is signed in', 'whoever is signed in'],
  'account.time-code': ['whoever has a password', 'whoever has a password'],
  'check.$code': ['whoever holds its link'],
  'check._index': ['everybody'],
  'claim.$code': [
    'whoever holds its link, once fully signed in',
    'everybody, once fully signed in',
  ],
  'claim._index': ['everybody', 'everybody'],
  'coordinator._index': ['the coordinator'],
  'coordinator.classes.$classId._index': ['the coordinator', 'the coordinator'],
  'coordinator.classes.$classId.call-off': ['the coordinator', 'the coordinator'],
  'coordinator.classes._index': ['the coordinator'],
  'coordinator.classes.new': ['the coordinator', 'the coordinator'],
  'coordinator.districts': ['the coordinator', 'the coordinator'],
  'coordinator.imports.$importId._index': ['the coordinator', 'the coordinator'],
  'coordinator.imports.$importId.undo': ['the coordinator', 'the coordinator'],
  'coordinator.imports.new': ['the coordinator', 'the coordinator'],
  'coordinator.invitations.$invitationId._index': ['the coordinator'],
  'coordinator.invitations.$invitationId.withdraw': ['the coordinator', 'the coordinator'],
  'coordinator.accrediting': ['the coordinator', 'the coordinator'],
  'coordinator.lexicon.take-out': ['the coordinator', 'the coordinator'],
  'coordinator.lexicon.go-back': ['the coordinator', 'the coordinator'],
  'coordinator.lexicon.entry': ['the coordinator', 'the coordinator'],
  'coordinator.lexicon._index': ['the coordinator'],
  'coordinator.mail.$mailId.let-go': ['the coordinator', 'the coordinator'],
  'coordinator.mail.$mailId.release': ['the coordinator', 'the coordinator'],
  'coordinator.mail._index': ['the coordinator'],
  'coordinator.people.$personId._index': ['the coordinator'],
  'coordinator.people.$personId.back': ['the coordinator', 'the coordinator'],
  'coordinator.people.$personId.leave': ['the coordinator', 'the coordinator'],
  'coordinator.people.$personId.places.$membershipId._index': [
    'the coordinator',
    'the coordinator',
  ],
  'coordinator.people.$personId.places.$membershipId.end': ['the coordinator', 'the coordinator'],
  'coordinator.people.$personId.recover._index': ['the coordinator', 'the coordinator'],
  'coordinator.people.$personId.recover.withdraw': ['the coordinator', 'the coordinator'],
  'coordinator.people.$personId.remove': ['the coordinator', 'the coordinator'],
  'coordinator.people.$personId.unlock': ['the coordinator', 'the coordinator'],
  'coordinator.people._index': ['the coordinator'],
  'coordinator.people.invitations.$placeInvitationId.renew': ['the coordinator', 'the coordinator'],
  'coordinator.people.invitations.$placeInvitationId.withdraw': [
    'the coordinator',
    'the coordinator',
  ],
  'coordinator.people.new': ['the coordinator', 'the coordinator'],
  'coordinator.pulse': ['the desk'],
  'coordinator.record.$eventId': ['the coordinator'],
  'coordinator.record._index': ['the coordinator'],
  'coordinator.record[.]csv': ['the coordinator'],
  'coordinator.recusals.$accessId.end': ['the coordinator', 'the coordinator'],
  'coordinator.requests.$requestId._index': ['the coordinator', 'the coordinator'],
  'coordinator.requests.$requestId.letter': ['the coordinator', 'the coordinator'],
  'coordinator.requests.$requestId.set-aside': ['the coordinator', 'the coordinator'],
  'coordinator.requests._index': ['the coordinator'],
  'coordinator.second-looks.$secondLookId': ['the coordinator', 'the coordinator'],
  'coordinator.second-looks._index': ['the coordinator'],
  'coordinator.retention.$removalId.keep': ['the coordinator', 'the coordinator'],
  'coordinator.retention.$removalId.let-go': ['the coordinator', 'the coordinator'],
  'coordinator.retention._index': ['the coordinator'],
  'coordinator.vanished._index': ['the coordinator'],
  'coordinator.venues.$venueId._index': ['the coordinator'],
  'coordinator.venues.$venueId.district': ['the coordinator', 'the coordinator'],
  'coordinator.venues.$venueId.invitation': ['the coordinator', 'the coordinator'],
  'coordinator.venues.$venueId.merge': ['the coordinator', 'the coordinator'],
  'coordinator.venues.$venueId.unmerge': ['the coordinator', 'the coordinator'],
  'coordinator.venues._index': ['the coordinator'],
  'coordinator.waiting': ['the coordinator'],
  'coordinator.zones.$zoneId._index': ['the coordinator'],
  'coordinator.zones.$zoneId.change': ['the coordinator', 'the coordinator'],
  'coordinator.zones.$zoneId.confirm': ['the coordinator', 'the coordinator'],
  'coordinator.zones._index': ['the coordinator'],
  'coordinator.zones.new': ['the coordinator', 'the coordinator'],
  'demo._index': ['nobody here'],
  'demo.sign-in': ['nobody here', 'nobody here'],
  'districts.$slug.status._index': ['who follows the district'],
  'districts.$slug.status[.]csv': ['who follows the district'],
  'districts.$slug.status[.]pdf': ['who follows the district'],
  home: ['whoever is signed in'],
  'invited.$token._index': [
    'whoever holds its link, once fully signed in',
    'everybody, once fully signed in',
  ],
  'invited.$token.renew': ['everybody', 'everybody'],
  'join.$venueId': ['everybody, once fully signed in', 'everybody, once fully signed in'],
  'join._index': ['everybody'],
  'join.code': ['everybody', 'everybody'],
  'join.new': ['everybody, once fully signed in', 'everybody, once fully signed in'],
  'letters.$responseId.reopen': [
    'both sides, of what is there',
    'both sides, whoever speaks, of what is there',
  ],
  'letters.$responseId.settle': [
    'both sides, of what is there',
    'both sides, whoever speaks, of what is there',
  ],
  'liaison._index': ['the desk'],
  'liaison.agreement': ['staff of the program', 'staff of the program'],
  'liaison.applications.$applicationId._index': ['the desk'],
  'liaison.applications.$applicationId.assign': ['the desk', 'the desk'],
  'liaison.applications.$applicationId.step-back': ['the desk', 'the desk'],
  'liaison.applications.$applicationId.take-on': ['the desk', 'the liaison'],
  'liaison.applications.$applicationId.certificate': [
    'the desk',
    'the desk, once everything is in place',
  ],
  'liaison.applications.$applicationId.files.$fileId._index': ['the desk'],
  'liaison.applications.$applicationId.files.$fileId.pages.$page': ['the desk'],
  'liaison.applications.$applicationId.letters.$responseId._index': ['the desk'],
  'liaison.applications.$applicationId.letters.$responseId.letter[.]pdf': ['the desk'],
  'liaison.applications.$applicationId.letters.$responseId.replies': ['the desk', 'the desk'],
  'liaison.applications.$applicationId.letters.$responseId.pulse': ['the desk', 'the desk'],
  'liaison.applications.$applicationId.compare': ['the desk'],
  'liaison.applications.$applicationId.notes._index': ['the desk', 'the desk'],
  'liaison.applications.$applicationId.notes.$noteId.remove': ['the liaison', 'the liaison'],
  'liaison.applications.$applicationId.response._index': ['the liaison', 'the liaison'],
  'liaison.applications.$applicationId.response.ask': ['the liaison', 'the liaison'],
  'liaison.applications.$applicationId.response.ask-part': ['the liaison', 'the liaison'],
  'liaison.applications.$applicationId.response.early': ['the liaison', 'the liaison'],
  'liaison.applications.$applicationId.response.asked.$accessId.end': [
    'the liaison',
    'the liaison',
  ],
  'liaison.applications.$applicationId.response.read': [
    'whoever was asked to read',
    'whoever was asked to read',
  ],
  'liaison.applications.$applicationId.second-look': [
    'whoever was asked to read',
    'whoever was asked to read',
  ],
  'liaison.phrases': ['the desk', 'the desk'],
  'liaison.applications.$applicationId.response.keep': [
    'nobody: it is only written to',
    'the liaison',
  ],
  'liaison.applications.$applicationId.response.preview': ['the liaison'],
  'liaison.applications.$applicationId.response.send': ['the liaison', 'the liaison'],
  'liaison.applications.$applicationId.response.start': ['the desk', 'the liaison'],
  'liaison.venues.$venueId._index': ['the desk'],
  'liaison.venues.$venueId.contacts.$contactId.put-back': ['the desk', 'the desk'],
  'liaison.venues.$venueId.contacts.$contactId.take-back': ['the desk', 'the desk'],
  'liaison.venues.$venueId.contacts.new': ['the desk', 'the desk'],
  'liaison.outreach': ['the desk'],
  'liaison.training._index': ['the desk', 'the desk'],
  'liaison.training.remove': ['the desk', 'the desk'],
  'liaison.promises.$itemId.back': ['the liaison', 'the liaison'],
  'liaison.promises.$itemId.given': ['the liaison', 'the liaison'],
  'liaison.promises._index': ['the liaison'],
  'liaison.looked': ['the desk', 'the desk'],
  'mailbox.$id._index': ['nobody here'],
  'mailbox.$id.body': ['nobody here'],
  'mailbox._index': ['nobody here'],
  'parts.$partId._index': ['the partner who was asked', 'the partner who was asked'],
  'parts.$partId.files.$fileId._index': ['whoever was asked, if it is theirs to see'],
  'parts.$partId.files.$fileId.pages.$page': ['whoever was asked, if it is theirs to see'],
  'parts.$partId.keep': ['nobody: it is only written to', 'the partner who was asked'],
  'parts._index': ['staff of the program'],
  'program.permissions': ['everybody'],
  'readiness._index': ['everybody', 'everybody'],
  'readiness.start': ['everybody, once fully signed in', 'everybody'],
  'read.$token._index': ['whoever holds its link', 'everybody'],
  'read.$token.files.$fileId': ['whoever holds its link'],
  'read.$token.signed': ['whoever holds its link'],
  'sign-in._index': ['everybody', 'everybody'],
  'sign-in.code': ['everybody', 'everybody'],
  'sign-in.passkey._index': ['everybody', 'everybody'],
  'sign-in.passkey.options': ['everybody', 'everybody'],
  'sign-in.recovery': ['everybody', 'everybody'],
  'sign-in.setup.$token': ['whoever holds its link', 'everybody'],
  'sign-in.staff._index': ['everybody', 'everybody'],
  'sign-in.staff.code': ['everybody', 'everybody'],
  'sign-out': ['everybody', 'everybody'],
  'standards._index': ['everybody'],
  styleguide: ['everybody', 'everybody'],
  'venue.$venueId._index': ['the team'],
  'venue.$venueId.amend': ['the team', 'who speaks for the venue'],
  'venue.$venueId.application._index': ['the team'],
  'venue.$venueId.application.pause': ['the team', 'who speaks for the venue'],
  'venue.$venueId.application.pause-note': ['the team', 'who speaks for the venue'],
  'venue.$venueId.application.resume': ['the team', 'who speaks for the venue'],
  'venue.$venueId.application.second-look._index': [
    'the confirmed team, and the others hear why not',
    'who speaks for the venue',
  ],
  'venue.$venueId.application.second-look.withdraw': [
    'the confirmed team, and the others hear why not',
    'who speaks for the venue',
  ],
  'venue.$venueId.application.start': ['the team', 'the team'],
  'venue.$venueId.application.step-away': ['the team', 'who speaks for the venue'],
  'venue.$venueId.certificate._index': ['the team'],
  'venue.$venueId.certificate.give-back': ['the team', 'who speaks for the venue'],
  'venue.$venueId.certificate.pause': ['the team', 'who speaks for the venue'],
  'venue.$venueId.certificate.refresh.$code.$kind': ['the team', 'the team'],
  'venue.$venueId.certificate.resume': ['the team', 'who speaks for the venue'],
  'venue.$venueId.certificate[.]pdf': ['the confirmed team, and the others hear why not'],
  'venue.$venueId.classes': ['the team'],
  'venue.$venueId.contacts.$contactId.helpful': [
    'the confirmed team, and the others hear why not',
    'the confirmed team, and the others hear why not',
  ],
  'venue.$venueId.contacts.$contactId.put-back': [
    'the confirmed team, and the others hear why not',
    'the confirmed team, and the others hear why not',
  ],
  'venue.$venueId.contacts.$contactId.take-back': [
    'the confirmed team, and the others hear why not',
    'the confirmed team, and the others hear why not',
  ],
  'venue.$venueId.contacts._index': ['the confirmed team, and the others hear why not'],
  'venue.$venueId.contacts.new': [
    'the confirmed team, and the others hear why not',
    'the confirmed team, and the others hear why not',
  ],
  'venue.$venueId.data': ['the team'],
  'venue.$venueId.data[.]zip': ['who speaks for the venue'],
  'venue.$venueId.due': ['the team'],
  'venue.$venueId.evidence.$evidenceId.remove': ['the team', 'the team'],
  'venue.$venueId.evidence.$evidenceId.restore': ['the team', 'the team'],
  'venue.$venueId.evidence.$evidenceId.still-true': ['the team', 'the team'],
  'venue.$venueId.files.$fileId._index': ['the team'],
  'venue.$venueId.files.$fileId.pages.$page': ['the team'],
  'venue.$venueId.leave._index': ['an owner', 'an owner'],
  'venue.$venueId.leave.undo': ['the team', 'an owner'],
  'venue.$venueId.letters.$responseId._index': ['the confirmed team'],
  'venue.$venueId.letters.$responseId.helped': ['the confirmed team', 'the confirmed team'],
  'venue.$venueId.letters.$responseId.letter[.]pdf': ['the confirmed team'],
  'venue.$venueId.letters.$responseId.pulse': ['the confirmed team', 'the confirmed team'],
  'venue.$venueId.letters.$responseId.replies': [
    'the confirmed team',
    'who speaks for it, of what is there',
  ],
  'venue.$venueId.letters.$responseId.steps.$itemId': [
    'the confirmed team',
    'who speaks for it, of what is there',
  ],
  'venue.$venueId.names.$showingId.hide': [
    'the team, of what is there',
    'who speaks for it, of what is there',
  ],
  'venue.$venueId.people.$membershipId._index': [
    'an owner, of what is there',
    'an owner, of what is there',
  ],
  'venue.$venueId.people.$membershipId.end': [
    'who speaks for it, of what is there',
    'who speaks for it, of what is there',
  ],
  'venue.$venueId.people._index': ['the team'],
  'venue.$venueId.people.hand-over': ['an owner', 'an owner'],
  'venue.$venueId.people.invitations.$invitationId.renew': [
    'an owner, of what is there',
    'an owner, of what is there',
  ],
  'venue.$venueId.people.invitations.$invitationId.withdraw': [
    'an owner, of what is there',
    'an owner, of what is there',
  ],
  'venue.$venueId.people.new': ['who speaks for the venue', 'an owner'],
  'venue.$venueId.policies.$policyId.arrange._index': ['the team', 'the team'],
  'venue.$venueId.policies.$policyId.arrange.$anchor._index': ['the team', 'the team'],
  'venue.$venueId.policies.$policyId.arrange.$anchor.move': ['the team', 'the team'],
  'venue.$venueId.policies.$policyId.arrange.$anchor.remove': ['the team', 'the team'],
  'venue.$venueId.policies.$policyId.arrange.$anchor.restore': ['the team', 'the team'],
  'venue.$venueId.policies.$policyId.compare': ['the team'],
  'venue.$venueId.policies.$policyId.versions': ['the team'],
  'venue.$venueId.policies.$policyId._index': ['the team'],
  'venue.$venueId.policies.$policyId.file._index': ['the team', 'the team'],
  'venue.$venueId.policies.$policyId.file.remove': ['the team', 'the team'],
  'venue.$venueId.policies.$policyId.file.restore': ['the team', 'the team'],
  'venue.$venueId.policies.$policyId.name': ['the team', 'the team'],
  'venue.$venueId.policies.$policyId.policy[.]docx': ['the team'],
  'venue.$venueId.policies.$policyId.policy[.]html': ['the team'],
  'venue.$venueId.policies.$policyId.policy[.]pdf': ['the team'],
  'venue.$venueId.policies.$policyId.remove': ['the team', 'the team'],
  'venue.$venueId.policies.$policyId.reviewed': ['the team', 'the team'],
  'venue.$venueId.policies.$policyId.restore': ['the team', 'the team'],
  'venue.$venueId.policies.$policyId.review': ['the team', 'the team'],
  'venue.$venueId.policies.$policyId.sections.$anchor': ['the team', 'the team'],
  'venue.$venueId.policies._index': ['the team'],
  'venue.$venueId.policies.handbook[.]docx': ['the team'],
  'venue.$venueId.policies.handbook[.]html': ['the team'],
  'venue.$venueId.policies.handbook[.]pdf': ['the team'],
  'venue.$venueId.policies.new': ['the team', 'the team'],
  'venue.$venueId.policies.upload': ['the team', 'the team'],
  'venue.$venueId.profile': ['the team', 'the team'],
  'venue.$venueId.reading._index': ['the team'],
  'venue.$venueId.reading.link': ['who speaks for the venue', 'who speaks for the venue'],
  'venue.$venueId.reading.poster': ['the team'],
  'venue.$venueId.reading.put': ['who speaks for the venue', 'who speaks for the venue'],
  'venue.$venueId.reading.signatures.$signatureId.match': [
    'the team, of what is there',
    'the team, of what is there',
  ],
  'venue.$venueId.reading.signatures.$signatureId.set-aside': [
    'the team, of what is there',
    'the team, of what is there',
  ],
  'venue.$venueId.records.$recordId._index': ['the team', 'the team'],
  'venue.$venueId.records.$recordId.card._index': ['the team', 'the team'],
  'venue.$venueId.records.$recordId.card.remove': ['the team', 'the team'],
  'venue.$venueId.records.$recordId.remove': ['the team', 'the team'],
  'venue.$venueId.records.$recordId.unverify': ['the team', 'who speaks for the venue'],
  'venue.$venueId.records.$recordId.verify': ['the team', 'who speaks for the venue'],
  'venue.$venueId.rounds.$roundId._index': ['the team, of what is there'],
  'venue.$venueId.rounds.$roundId.names.$roundEvidenceId.$alias': [
    'the team, of what is there',
    'who speaks for it, of what is there',
  ],
  'venue.$venueId.rounds.$roundId.receipt[.]pdf': ['the team, of what is there'],
  'venue.$venueId.ruler': ['the team', 'the team'],
  'venue.$venueId.self-check.$area': ['the team', 'the team'],
  'venue.$venueId.self-check._index': ['the team'],
  'venue.$venueId.seen-marks': ['the team', 'who speaks for the venue'],
  'venue.$venueId.share': ['the team', 'who speaks for the venue'],
  'venue.$venueId.standards-changes': ['the team', 'the team'],
  'venue.$venueId.standards.$code._index': ['the team'],
  'venue.$venueId.standards.$code.answer': ['the team', 'the team'],
  'venue.$venueId.standards.$code.begun.$kind': ['the team', 'the team'],
  'venue.$venueId.standards.$code.evidence.$kind': ['the team', 'the team'],
  'venue.$venueId.team-template[.]csv': ['the team'],
  'venue.$venueId.team.$staffId._index': ['the team', 'the team'],
  'venue.$venueId.team.$staffId.records': ['the team', 'the team'],
  'venue.$venueId.team.$staffId.remove': ['the team', 'the team'],
  'venue.$venueId.team.$staffId.restore': ['the team', 'the team'],
  'venue.$venueId.team.calendar': ['the team'],
  'venue.$venueId.team.calendar[.]ics': ['the team'],
  'venue.$venueId.team.class': ['the team', 'the team'],
  'venue.$venueId.team._index': ['the team'],
  'venue.$venueId.team.import._index': ['the team', 'the team'],
  'venue.$venueId.team.imports.$importId._index': ['the team', 'the team'],
  'venue.$venueId.team.imports.$importId.undo': ['the team', 'the team'],
  'venue.$venueId.team.new': ['the team', 'the team'],
  'venue.$venueId.team.standards.$code': ['the team'],
  'venue.$venueId.team.wall-sheet': ['the team'],
  'venue.$venueId.zones.$zoneId.acknowledge': ['the confirmed team', 'the confirmed team'],
  'venue.$venueId.zones._index': ['the team'],
  'venue.$venueId.zones.reminders': ['the team', 'the confirmed team, and the others hear why not'],
  'venues.$slug': ['everybody, of what is there'],
  'venues._index': ['everybody'],
  'walk-throughs.$walkId._index': ['both sides, of what is there'],
  'walk-throughs.$walkId.calendar[.]ics': ['both sides, of what is there'],
  'walk-throughs.$walkId.call-off': [
    'both sides, of what is there',
    'both sides, of what is there',
  ],
  'walk-throughs.$walkId.choose': ['both sides, of what is there', 'both sides, of what is there'],
  'walk-throughs.$walkId.done': ['both sides, of what is there', 'both sides, of what is there'],
  'walk-throughs.$walkId.items.$item': [
    'both sides, of what is there',
    'both sides, of what is there',
  ],
  'walk-throughs.$walkId.photos.$photoId._index': ['both sides, of what is there'],
  'walk-throughs.$walkId.photos.$photoId.remove': [
    'both sides, of what is there',
    'both sides, of what is there',
  ],
  'walk-throughs.$walkId.photos._index': [
    'both sides, of what is there',
    'both sides, of what is there',
  ],
  'walk-throughs.$walkId.times': ['both sides, of what is there', 'both sides, of what is there'],
  'walk-throughs.at.$venueId.new': ['both sides of a venue', 'both sides of a venue'],
  'zones.$slug._index': ['everybody'],
  'zones.$slug.card': ['everybody'],
  'zones._index': ['everybody'],
}
