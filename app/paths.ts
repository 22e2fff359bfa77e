/** Every address that the portal links to, as functions. Imports nothing. */
export const paths = {
  home: () => '/',
  standards: () => '/standards',
  directory: (filter: { district?: string; words?: string; after?: string } = {}) =>
    `/venues${query(filter)}`,
  publicVenue: (slug: string) => `/venues/${slug}`,
  check: () => '/check',
  checkCode: (code: string) => `/check/${code}`,
  zones: () => '/zones',
  zone: (slug: string) => `/zones/${slug}`,
  /** A card to print for the door. */
  zoneCard: (slug: string) => `/zones/${slug}/card`,
  /** The readiness check, without an account; its answers are posted here and stored nowhere. */
  readiness: () => '/readiness',
  startFromReadiness: () => '/readiness/start',
  styleguide: () => '/styleguide',
  /** Answers whether the server is there. */
  live: () => '/health/live',

  /** Leads a signed-in person to their own home page, and everybody else to sign-in. */
  myHome: () => '/home',
  signIn: (returnTo?: string) => `/sign-in${query({ returnTo })}`,
  signInCode: (returnTo?: string) => `/sign-in/code${query({ returnTo })}`,
  staffSignIn: (returnTo?: string) => `/sign-in/staff${query({ returnTo })}`,
  staffSignInCode: (returnTo?: string) => `/sign-in/staff/code${query({ returnTo })}`,
  staffSetup: (token: string) => `/sign-in/setup/${token}`,
  signOut: () => '/sign-out',
  /** Asks a signed-in person to prove again who they are. */
  prove: (returnTo?: string) => `/account/prove${query({ returnTo })}`,
  proveByPassword: () => '/account/prove/password',
  /** Sends a code to the person's own address. */
  proveByEmail: () => '/account/prove/email',
  proveByCode: () => '/account/prove/code',
  proveByPasskey: () => '/account/prove/passkey',
  proveByPasskeyOptions: () => '/account/prove/passkey-options',
  proveInDemo: () => '/account/prove/demo',
  account: () => '/account',
  addPasskey: () => '/account/passkeys/new',
  addPasskeyOptions: () => '/account/passkeys/options',
  removePasskey: (passkeyId: string) => `/account/passkeys/${encodeURIComponent(passkeyId)}/remove`,
  changePassword: () => '/account/password',
  /** Connects another authenticator app. */
  changeTimeCode: () => '/account/time-code',
  recoveryCodes: () => '/account/recovery-codes',
  rename: () => '/account/name',
  sessions: () => '/account/sessions',
  endSession: (sessionId: string) => `/account/sessions/${sessionId}/end`,
  endOtherSessions: () => '/account/sessions/end-others',
  deleteAccount: () => '/account/delete',
  accountDeleted: () => '/account/deleted',
  passkeySignIn: (returnTo?: string) => `/sign-in/passkey${query({ returnTo })}`,
  passkeySignInOptions: () => '/sign-in/passkey/options',
  /** One of ten codes on paper, in place of a lost device. */
  recoverySignIn: (returnTo?: string) => `/sign-in/recovery${query({ returnTo })}`,
  /** An invitation by email to be something to the program. */
  invited: (token: string) => `/invited/${encodeURIComponent(token)}`,
  renewInvited: (token: string, filter: { sent?: string } = {}) =>
    `/invited/${encodeURIComponent(token)}/renew${query(filter)}`,
  /** Who may do what, drawn from the rules themselves. */
  permissions: () => '/program/permissions',
  demo: () => '/demo',
  demoSignIn: () => '/demo/sign-in',
  mailbox: (filter: { words?: string; after?: string } = {}) => `/mailbox${query(filter)}`,
  mail: (id: string) => `/mailbox/${id}`,
  mailBody: (id: string) => `/mailbox/${id}/body`,

  districtStatus: (slug: string) => `/districts/${slug}/status`,
  districtStatusPdf: (slug: string) => `/districts/${slug}/status.pdf`,
  districtStatusCsv: (slug: string) => `/districts/${slug}/status.csv`,

  claim: (code?: string) => (code ? `/claim/${code}` : '/claim'),
  join: (filter: { words?: string } = {}) => `/join${query(filter)}`,
  joinVenue: (venueId: string) => `/join/${venueId}`,
  joinTyped: () => '/join/new',
  /** The email address is confirmed here by the code that was sent to it. */
  joinCode: (intent?: string) => `/join/code${query({ intent })}`,

  venue: (venueId: string) => `/venue/${venueId}`,
  selfCheck: (venueId: string) => `/venue/${venueId}/self-check`,
  selfCheckArea: (venueId: string, area: string) => `/venue/${venueId}/self-check/${area}`,
  ruler: (venueId: string) => `/venue/${venueId}/ruler`,
  venueProfile: (venueId: string) => `/venue/${venueId}/profile`,
  seenMarks: (venueId: string) => `/venue/${venueId}/seen-marks`,
  startApplication: (venueId: string) => `/venue/${venueId}/application/start`,
  application: (venueId: string) => `/venue/${venueId}/application`,
  pauseApplication: (venueId: string) => `/venue/${venueId}/application/pause`,
  /** Why it is paused, and when to be asked again. */
  changePause: (venueId: string) => `/venue/${venueId}/application/pause-note`,
  resumeApplication: (venueId: string) => `/venue/${venueId}/application/resume`,
  stepAway: (venueId: string) => `/venue/${venueId}/application/step-away`,
  secondLook: (venueId: string) => `/venue/${venueId}/application/second-look`,
  withdrawSecondLook: (venueId: string) => `/venue/${venueId}/application/second-look/withdraw`,
  venueStandard: (venueId: string, code: string) => `/venue/${venueId}/standards/${code}`,
  standardsChanges: (venueId: string) => `/venue/${venueId}/standards-changes`,
  answerStandard: (venueId: string, code: string) => `/venue/${venueId}/standards/${code}/answer`,
  addEvidence: (venueId: string, code: string, kind: string) =>
    `/venue/${venueId}/standards/${code}/evidence/${kind}`,
  /** Keeps the form of one kind of evidence half filled. */
  keepBegun: (venueId: string, code: string, kind: string) =>
    `/venue/${venueId}/standards/${code}/begun/${kind}`,
  /** A new date for what keeps the venue's certificate alive: a count, a talk, a practice. */
  refreshEvidence: (venueId: string, code: string, kind: string) =>
    `/venue/${venueId}/certificate/refresh/${code}/${kind}`,
  stillTrue: (venueId: string, evidenceId: string) =>
    `/venue/${venueId}/evidence/${evidenceId}/still-true`,
  removeEvidence: (venueId: string, evidenceId: string) =>
    `/venue/${venueId}/evidence/${evidenceId}/remove`,
  restoreEvidence: (venueId: string, evidenceId: string) =>
    `/venue/${venueId}/evidence/${evidenceId}/restore`,
  policies: (venueId: string) => `/venue/${venueId}/policies`,
  newPolicy: (venueId: string, filter: { template?: string; standard?: string } = {}) =>
    `/venue/${venueId}/policies/new${query(filter)}`,
  uploadPolicy: (venueId: string, filter: { standard?: string } = {}) =>
    `/venue/${venueId}/policies/upload${query(filter)}`,
  policy: (venueId: string, policyId: string) => `/venue/${venueId}/policies/${policyId}`,
  policySection: (venueId: string, policyId: string, anchor: string) =>
    `/venue/${venueId}/policies/${policyId}/sections/${anchor}`,
  renamePolicy: (venueId: string, policyId: string) =>
    `/venue/${venueId}/policies/${policyId}/name`,
  /** The sections of a policy as a list: added, renamed, moved, taken out and put back. */
  arrangePolicy: (venueId: string, policyId: string) =>
    `/venue/${venueId}/policies/${policyId}/arrange`,
  arrangeSection: (
    venueId: string,
    policyId: string,
    anchor: string,
    what: '' | '/move' | '/remove' | '/restore' = '',
  ) => `/venue/${venueId}/policies/${policyId}/arrange/${anchor}${what}`,
  policyFile: (venueId: string, policyId: string) => `/venue/${venueId}/policies/${policyId}/file`,
  removePolicyFile: (venueId: string, policyId: string) =>
    `/venue/${venueId}/policies/${policyId}/file/remove`,
  restorePolicyFile: (venueId: string, policyId: string) =>
    `/venue/${venueId}/policies/${policyId}/file/restore`,
  /** What was shared of a policy and when, and any two of it compared. */
  policyVersions: (venueId: string, policyId: string) =>
    `/venue/${venueId}/policies/${policyId}/versions`,
  comparePolicy: (venueId: string, policyId: string, filter: { from?: string; to?: string } = {}) =>
    `/venue/${venueId}/policies/${policyId}/compare${query(filter)}`,
  /** Notes that it was read today. */
  confirmPolicy: (venueId: string, policyId: string) =>
    `/venue/${venueId}/policies/${policyId}/reviewed`,
  /** One policy as a file: for print, or to edit elsewhere. */
  policyPaper: (venueId: string, policyId: string, kind: PaperKind) =>
    `/venue/${venueId}/policies/${policyId}/policy.${kind}`,
  /** All policies of a venue as one file. */
  handbook: (venueId: string, kind: PaperKind) => `/venue/${venueId}/policies/handbook.${kind}`,
  removePolicy: (venueId: string, policyId: string) =>
    `/venue/${venueId}/policies/${policyId}/remove`,
  restorePolicy: (venueId: string, policyId: string) =>
    `/venue/${venueId}/policies/${policyId}/restore`,
  reviewPolicy: (venueId: string, policyId: string) =>
    `/venue/${venueId}/policies/${policyId}/review`,
  venueFile: (venueId: string, fileId: string) => `/venue/${venueId}/files/${fileId}`,
  venueFilePage: (venueId: string, fileId: string, page: number) =>
    `/venue/${venueId}/files/${fileId}/pages/${page}`,
  /** What the venue puts to its team to read, and who has signed. */
  reading: (venueId: string) => `/venue/${venueId}/reading`,
  putToTeam: (venueId: string) => `/venue/${venueId}/reading/put`,
  readingPoster: (venueId: string) => `/venue/${venueId}/reading/poster`,
  replaceReadingLink: (venueId: string) => `/venue/${venueId}/reading/link`,
  matchSignature: (venueId: string, signatureId: string) =>
    `/venue/${venueId}/reading/signatures/${signatureId}/match`,
  setSignatureAside: (venueId: string, signatureId: string) =>
    `/venue/${venueId}/reading/signatures/${signatureId}/set-aside`,
  /** For the venue's team, without an account. */
  teamReading: (token: string) => `/read/${token}`,
  teamReadingFile: (token: string, fileId: string) => `/read/${token}/files/${fileId}`,
  teamReadingSigned: (token: string) => `/read/${token}/signed`,
  team: (venueId: string, filter: Partial<Record<TeamFilter, string>> = {}) =>
    `/venue/${venueId}/team${query(filter)}`,
  /** Which training ends when; also as a file for a calendar program. */
  teamCalendar: (venueId: string) => `/venue/${venueId}/team/calendar`,
  teamCalendarFile: (venueId: string) => `/venue/${venueId}/team/calendar.ics`,
  /** How the team stands for one standard: who counts, and what a class would change. */
  teamStandard: (venueId: string, code: string) => `/venue/${venueId}/team/standards/${code}`,
  /** One class, written down for everybody who was there; `standard` is the one that led here. */
  recordClass: (venueId: string, standard?: string) =>
    `/venue/${venueId}/team/class${query({ standard })}`,
  wallSheet: (venueId: string) => `/venue/${venueId}/team/wall-sheet`,
  teamTemplate: (venueId: string) => `/venue/${venueId}/team-template.csv`,
  newStaff: (venueId: string) => `/venue/${venueId}/team/new`,
  staffMember: (venueId: string, staffId: string) => `/venue/${venueId}/team/${staffId}`,
  removeStaff: (venueId: string, staffId: string) => `/venue/${venueId}/team/${staffId}/remove`,
  restoreStaff: (venueId: string, staffId: string) => `/venue/${venueId}/team/${staffId}/restore`,
  newRecord: (venueId: string, staffId: string) => `/venue/${venueId}/team/${staffId}/records`,
  trainingRecord: (venueId: string, recordId: string) => `/venue/${venueId}/records/${recordId}`,
  /** The photo or PDF of the card behind a training. */
  recordCard: (venueId: string, recordId: string) => `/venue/${venueId}/records/${recordId}/card`,
  removeRecordCard: (venueId: string, recordId: string) =>
    `/venue/${venueId}/records/${recordId}/card/remove`,
  verifyRecord: (venueId: string, recordId: string) =>
    `/venue/${venueId}/records/${recordId}/verify`,
  unverifyRecord: (venueId: string, recordId: string) =>
    `/venue/${venueId}/records/${recordId}/unverify`,
  removeRecord: (venueId: string, recordId: string) =>
    `/venue/${venueId}/records/${recordId}/remove`,
  importRoster: (venueId: string) => `/venue/${venueId}/team/import`,
  rosterImport: (venueId: string, importId: string) => `/venue/${venueId}/team/imports/${importId}`,
  undoRosterImport: (venueId: string, importId: string) =>
    `/venue/${venueId}/team/imports/${importId}/undo`,
  share: (venueId: string) => `/venue/${venueId}/share`,
  /** What an accredited venue changed since it shared last. */
  amend: (venueId: string) => `/venue/${venueId}/amend`,
  round: (venueId: string, roundId: string) => `/venue/${venueId}/rounds/${roundId}`,
  receiptPdf: (venueId: string, roundId: string) =>
    `/venue/${venueId}/rounds/${roundId}/receipt.pdf`,
  letter: (venueId: string, responseId: string) => `/venue/${venueId}/letters/${responseId}`,
  letterPdf: (venueId: string, responseId: string) =>
    `/venue/${venueId}/letters/${responseId}/letter.pdf`,
  answerStep: (
    venueId: string,
    responseId: string,
    itemId: string,
    filter: { answer?: string } = {},
  ) => `/venue/${venueId}/letters/${responseId}/steps/${itemId}${query(filter)}`,
  replyToLetter: (venueId: string, responseId: string) =>
    `/venue/${venueId}/letters/${responseId}/replies`,
  letterHelped: (venueId: string, responseId: string) =>
    `/venue/${venueId}/letters/${responseId}/helped`,
  letterPulse: (venueId: string, responseId: string) =>
    `/venue/${venueId}/letters/${responseId}/pulse`,
  venueCertificate: (venueId: string) => `/venue/${venueId}/certificate`,
  venueCertificatePdf: (venueId: string) => `/venue/${venueId}/certificate.pdf`,
  pauseCertificate: (venueId: string) => `/venue/${venueId}/certificate/pause`,
  resumeCertificate: (venueId: string) => `/venue/${venueId}/certificate/resume`,
  giveBackCertificate: (venueId: string) => `/venue/${venueId}/certificate/give-back`,
  venueZones: (venueId: string) => `/venue/${venueId}/zones`,
  acknowledgeZone: (venueId: string, zoneId: string) =>
    `/venue/${venueId}/zones/${zoneId}/acknowledge`,
  zoneReminders: (venueId: string) => `/venue/${venueId}/zones/reminders`,
  venueClasses: (venueId: string) => `/venue/${venueId}/classes`,
  /** Who has a place at the venue: its people and their invitations. */
  venuePeople: (venueId: string, filter: { done?: string } = {}) =>
    `/venue/${venueId}/people${query(filter)}`,
  inviteToVenue: (venueId: string) => `/venue/${venueId}/people/new`,
  venuePlace: (venueId: string, membershipId: string) => `/venue/${venueId}/people/${membershipId}`,
  endVenuePlace: (venueId: string, membershipId: string) =>
    `/venue/${venueId}/people/${membershipId}/end`,
  withdrawVenueInvitation: (venueId: string, invitationId: string) =>
    `/venue/${venueId}/people/invitations/${invitationId}/withdraw`,
  renewVenueInvitation: (venueId: string, invitationId: string) =>
    `/venue/${venueId}/people/invitations/${invitationId}/renew`,
  handOver: (venueId: string) => `/venue/${venueId}/people/hand-over`,
  showName: (venueId: string, roundId: string, evidenceId: string, alias: string) =>
    `/venue/${venueId}/rounds/${roundId}/names/${evidenceId}/${encodeURIComponent(alias)}`,
  hideName: (venueId: string, showingId: string) => `/venue/${venueId}/names/${showingId}/hide`,
  venueData: (venueId: string) => `/venue/${venueId}/data`,
  venueDataZip: (venueId: string) => `/venue/${venueId}/data.zip`,
  leaveProgram: (venueId: string) => `/venue/${venueId}/leave`,
  undoLeaving: (venueId: string) => `/venue/${venueId}/leave/undo`,
  /** What falls due at the venue, and when. */
  dues: (venueId: string) => `/venue/${venueId}/due`,

  /** The whole letter, or one part of it: either side marks it as settled, and opens it again. */
  settleLetter: (responseId: string, filter: { about?: string } = {}) =>
    `/letters/${responseId}/settle${query(filter)}`,
  reopenLetter: (responseId: string, filter: { about?: string } = {}) =>
    `/letters/${responseId}/reopen${query(filter)}`,

  desk: (filter: Partial<Record<DeskFilter, string>> = {}) => `/liaison${query(filter)}`,
  /** Says that one has seen what is new on one's desk. */
  looked: () => '/liaison/looked',
  /** The help that a liaison offered in letters. */
  promises: (filter: { show?: string; after?: string } = {}) => `/liaison/promises${query(filter)}`,
  tickPromise: (itemId: string) => `/liaison/promises/${itemId}/given`,
  untickPromise: (itemId: string) => `/liaison/promises/${itemId}/back`,
  /** Venues of one's districts, the longest without contact first. */
  outreach: (filter: { words?: string; district?: string; after?: string } = {}) =>
    `/liaison/outreach${query(filter)}`,
  /** What a reviewer learned for this work. */
  ownTrainings: () => '/liaison/training',
  removeOwnTraining: () => '/liaison/training/remove',
  agreement: (returnTo?: string) => `/liaison/agreement${query({ returnTo })}`,
  review: (applicationId: string) => `/liaison/applications/${applicationId}`,
  takeOn: (applicationId: string) => `/liaison/applications/${applicationId}/take-on`,
  assign: (applicationId: string) => `/liaison/applications/${applicationId}/assign`,
  stepBack: (applicationId: string) => `/liaison/applications/${applicationId}/step-back`,
  /** What changed in a policy between two rounds. */
  compareShared: (applicationId: string, filter: { policy?: string } = {}) =>
    `/liaison/applications/${applicationId}/compare${query(filter)}`,
  response: (applicationId: string) => `/liaison/applications/${applicationId}/response`,
  startResponse: (applicationId: string) => `/liaison/applications/${applicationId}/response/start`,
  /** Saves by itself while the liaison writes. */
  keepResponse: (applicationId: string) => `/liaison/applications/${applicationId}/response/keep`,
  sendEarly: (applicationId: string, filter: { area?: string } = {}) =>
    `/liaison/applications/${applicationId}/response/early${query(filter)}`,
  askColleague: (applicationId: string) => `/liaison/applications/${applicationId}/response/ask`,
  takeQuestionBack: (applicationId: string, accessId: string) =>
    `/liaison/applications/${applicationId}/response/asked/${accessId}/end`,
  askForPart: (applicationId: string) => `/liaison/applications/${applicationId}/response/ask-part`,
  parts: () => '/parts',
  part: (partId: string) => `/parts/${partId}`,
  keepPart: (partId: string) => `/parts/${partId}/keep`,
  partFile: (partId: string, fileId: string) => `/parts/${partId}/files/${fileId}`,
  partFilePage: (partId: string, fileId: string, page: number) =>
    `/parts/${partId}/files/${fileId}/pages/${page}`,
  peerRead: (applicationId: string) => `/liaison/applications/${applicationId}/response/read`,
  answerSecondLook: (applicationId: string) => `/liaison/applications/${applicationId}/second-look`,
  phrases: () => '/liaison/phrases',
  previewResponse: (applicationId: string) =>
    `/liaison/applications/${applicationId}/response/preview`,
  sendResponse: (applicationId: string) => `/liaison/applications/${applicationId}/response/send`,
  reviewFile: (applicationId: string, fileId: string) =>
    `/liaison/applications/${applicationId}/files/${fileId}`,
  reviewFilePage: (applicationId: string, fileId: string, page: number) =>
    `/liaison/applications/${applicationId}/files/${fileId}/pages/${page}`,
  reviewLetter: (applicationId: string, responseId: string) =>
    `/liaison/applications/${applicationId}/letters/${responseId}`,
  reviewLetterPdf: (applicationId: string, responseId: string) =>
    `/liaison/applications/${applicationId}/letters/${responseId}/letter.pdf`,
  reviewReply: (applicationId: string, responseId: string) =>
    `/liaison/applications/${applicationId}/letters/${responseId}/replies`,
  notes: (applicationId: string) => `/liaison/applications/${applicationId}/notes`,
  takeNoteBack: (applicationId: string, noteId: string) =>
    `/liaison/applications/${applicationId}/notes/${noteId}/remove`,
  reviewPulse: (applicationId: string, responseId: string) =>
    `/liaison/applications/${applicationId}/letters/${responseId}/pulse`,
  issueCertificate: (applicationId: string) => `/liaison/applications/${applicationId}/certificate`,

  /** The log of contacts with a venue, as the venue or the program opens it. */
  contacts: (
    side: ContactSide,
    venueId: string,
    filter: { after?: string; saved?: string; gone?: string } = {},
  ) => `${contactsOf(side, venueId)}${side === 'venue' ? '/contacts' : ''}${query(filter)}`,
  newContact: (side: ContactSide, venueId: string) => `${contactsOf(side, venueId)}/contacts/new`,
  takeContactBack: (side: ContactSide, venueId: string, contactId: string) =>
    `${contactsOf(side, venueId)}/contacts/${contactId}/take-back`,
  putContactBack: (side: ContactSide, venueId: string, contactId: string) =>
    `${contactsOf(side, venueId)}/contacts/${contactId}/put-back`,
  /** Where the venue says whether it was helpful. */
  answerContact: (venueId: string, contactId: string) =>
    `/venue/${venueId}/contacts/${contactId}/helpful`,

  proposeWalk: (venueId: string) => `/walk-throughs/at/${venueId}/new`,
  /** A walk-through of a venue: both sides open it at the same address. */
  walk: (walkId: string) => `/walk-throughs/${walkId}`,
  proposeOtherTimes: (walkId: string) => `/walk-throughs/${walkId}/times`,
  chooseWalkTime: (walkId: string) => `/walk-throughs/${walkId}/choose`,
  callOffWalk: (walkId: string) => `/walk-throughs/${walkId}/call-off`,
  finishWalk: (walkId: string) => `/walk-throughs/${walkId}/done`,
  /** One thing of the checklist; it saves itself. */
  walkNote: (walkId: string, item: string) => `/walk-throughs/${walkId}/items/${item}`,
  walkPhotos: (walkId: string) => `/walk-throughs/${walkId}/photos`,
  walkPhoto: (walkId: string, photoId: string) => `/walk-throughs/${walkId}/photos/${photoId}`,
  removeWalkPhoto: (walkId: string, photoId: string) =>
    `/walk-throughs/${walkId}/photos/${photoId}/remove`,
  walkCalendarFile: (walkId: string) => `/walk-throughs/${walkId}/calendar.ics`,

  coordinator: () => '/coordinator',
  endRecusal: (accessId: string) => `/coordinator/recusals/${accessId}/end`,
  programPeople: (filter: { role?: string; words?: string; after?: string; done?: string } = {}) =>
    `/coordinator/people${query(filter)}`,
  programPerson: (personId: string, filter: { done?: string } = {}) =>
    `/coordinator/people/${personId}${query(filter)}`,
  changeProgramPlace: (personId: string, membershipId: string) =>
    `/coordinator/people/${personId}/places/${membershipId}`,
  endProgramPlace: (personId: string, membershipId: string) =>
    `/coordinator/people/${personId}/places/${membershipId}/end`,
  liaisonLeaves: (personId: string) => `/coordinator/people/${personId}/leave`,
  /** Gives a liaison who was on leave their districts back. */
  liaisonBack: (personId: string) => `/coordinator/people/${personId}/back`,
  unlockStaff: (personId: string) => `/coordinator/people/${personId}/unlock`,
  recoverStaff: (personId: string) => `/coordinator/people/${personId}/recover`,
  withdrawRecovery: (personId: string) => `/coordinator/people/${personId}/recover/withdraw`,
  removePerson: (personId: string) => `/coordinator/people/${personId}/remove`,
  inviteToProgram: () => '/coordinator/people/new',
  withdrawPlaceInvitation: (invitationId: string) =>
    `/coordinator/people/invitations/${invitationId}/withdraw`,
  renewPlaceInvitation: (invitationId: string) =>
    `/coordinator/people/invitations/${invitationId}/renew`,
  secondLooks: () => '/coordinator/second-looks',
  giveSecondLook: (secondLookId: string) => `/coordinator/second-looks/${secondLookId}`,
  record: (filter: Partial<Record<RecordFilter, string>> = {}) =>
    `/coordinator/record${query(filter)}`,
  recordEvent: (eventId: string) => `/coordinator/record/${eventId}`,
  recordCsv: (filter: Partial<Record<RecordFilter, string>> = {}) =>
    `/coordinator/record.csv${query(filter)}`,
  venues: (filter: { district?: string; words?: string; standing?: string; after?: string } = {}) =>
    `/coordinator/venues${query(filter)}`,
  coordinatorVenue: (venueId: string) => `/coordinator/venues/${venueId}`,
  invite: (venueId: string) => `/coordinator/venues/${venueId}/invitation`,
  invitationLetter: (invitationId: string) => `/coordinator/invitations/${invitationId}`,
  withdrawInvitation: (invitationId: string) => `/coordinator/invitations/${invitationId}/withdraw`,
  importLicenses: () => '/coordinator/imports/new',
  licenseImport: (importId: string) => `/coordinator/imports/${importId}`,
  districts: (filter: { moved?: string } = {}) => `/coordinator/districts${query(filter)}`,
  placeVenue: (venueId: string) => `/coordinator/venues/${venueId}/district`,
  joinRequests: (filter: { state?: string; after?: string } = {}) =>
    `/coordinator/requests${query(filter)}`,
  joinRequest: (requestId: string) => `/coordinator/requests/${requestId}`,
  joinLetter: (requestId: string) => `/coordinator/requests/${requestId}/letter`,
  setAsideRequest: (requestId: string) => `/coordinator/requests/${requestId}/set-aside`,
  undoLicenseImport: (importId: string) => `/coordinator/imports/${importId}/undo`,
  vanishedLicenses: (filter: { words?: string; after?: string } = {}) =>
    `/coordinator/vanished${query(filter)}`,
  mergeVenue: (venueId: string, filter: { words?: string; into?: string } = {}) =>
    `/coordinator/venues/${venueId}/merge${query(filter)}`,
  unmergeVenue: (venueId: string) => `/coordinator/venues/${venueId}/unmerge`,
  waiting: (filter: { view?: string; district?: string; liaison?: string; after?: string } = {}) =>
    `/coordinator/waiting${query(filter)}`,
  heldMail: (filter: { after?: string; done?: string } = {}) => `/coordinator/mail${query(filter)}`,
  releaseMail: (mailId: string) => `/coordinator/mail/${mailId}/release`,
  letMailGo: (mailId: string) => `/coordinator/mail/${mailId}/let-go`,
  /** What is kept how long, and what will be removed when. */
  retention: (filter: { after?: string; done?: string } = {}) =>
    `/coordinator/retention${query(filter)}`,
  keepLonger: (removalId: string) => `/coordinator/retention/${removalId}/keep`,
  letGoAfterAll: (removalId: string) => `/coordinator/retention/${removalId}/let-go`,
  /** The words that the tone helper looks for. */
  /** Whether a certificate needs a second person. */
  accrediting: () => '/coordinator/accrediting',
  lexicon: (filter: { words?: string; done?: string } = {}) =>
    `/coordinator/lexicon${query(filter)}`,
  lexiconEntry: (filter: { at?: string } = {}) => `/coordinator/lexicon/entry${query(filter)}`,
  takeOutOfLexicon: (filter: { at?: string } = {}) =>
    `/coordinator/lexicon/take-out${query(filter)}`,
  goBackToLexicon: (filter: { to?: string } = {}) => `/coordinator/lexicon/go-back${query(filter)}`,
  /** What groups of five or more answered after their rounds. */
  pulse: (filter: { district?: string } = {}) => `/coordinator/pulse${query(filter)}`,
  coordinatorZones: (filter: { words?: string; after?: string } = {}) =>
    `/coordinator/zones${query(filter)}`,
  newZone: (filter: { district?: string } = {}) => `/coordinator/zones/new${query(filter)}`,
  coordinatorZone: (
    zoneId: string,
    filter: { words?: string; show?: string; after?: string; done?: string } = {},
  ) => `/coordinator/zones/${zoneId}${query(filter)}`,
  changeZone: (zoneId: string) => `/coordinator/zones/${zoneId}/change`,
  confirmZone: (zoneId: string) => `/coordinator/zones/${zoneId}/confirm`,
  classes: (filter: { show?: string; words?: string; after?: string } = {}) =>
    `/coordinator/classes${query(filter)}`,
  newClass: () => '/coordinator/classes/new',
  changeClass: (classId: string) => `/coordinator/classes/${classId}`,
  callOffClass: (classId: string) => `/coordinator/classes/${classId}/call-off`,
} as const

type ContactSide = 'venue' | 'program'

function contactsOf(side: ContactSide, venueId: string): string {
  return side === 'venue' ? `/venue/${venueId}` : `/liaison/venues/${venueId}`
}

type PaperKind = 'pdf' | 'docx' | 'html'

/** What narrows a staff list, and what was just done to it. */
type TeamFilter = 'words' | 'show' | 'sort' | 'after' | 'need' | 'removed' | 'recorded'

/** What narrows a liaison's desk. */
type DeskFilter = 'view' | 'words' | 'district' | 'kind' | 'changed' | 'after' | 'done'

/** What narrows the record. */
type RecordFilter = 'words' | 'kind' | 'person' | 'venue' | 'from' | 'until' | 'after'

function query(values: Record<string, string | undefined>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => !!entry[1])
  return given.length ? `?${new URLSearchParams(given)}` : ''
}
