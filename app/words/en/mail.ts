/** What each kind of mail is called where people look after the mail. */
export const mailNames: Readonly<Record<string, string>> = {
  'sign-in-code': 'Sign-in code',
  'staff-sign-in': 'Sign-in for staff',
  'staff-setup': 'Set-up link',
  'staff-locked': 'News of a locked account',
  'viewer-welcome': 'Welcome to a district viewer',
  invitation: 'Invitation',
  'join-received': 'Receipt of a request to join',
  'join-confirmed': 'Confirmation of a request to join',
  'join-set-aside': 'Answer to a request to join',
  'share-receipt': 'Receipt of a share',
  'application-shared': 'News of a share',
  'response-sent': 'Response to a venue',
  'certificate-issued': 'Certificate',
  'zone-told': 'News of a loading zone',
  'zone-tonight': 'Reminder of a service night',
  'things-due': 'Reminder of what falls due',
}
