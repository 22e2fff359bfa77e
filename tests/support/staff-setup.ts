import { inviteStaff, type StaffInvitation } from '~/domain/accounts/invite-staff.server'
import { typeSetupWord } from '~/domain/accounts/type-setup-word.server'
import type { Database } from '~db/open.server'
import { aVisit } from './visits'

/** The link of new staff's set-up page, once the word is typed: its token. */
export async function aSetupPage(db: Database, invitation: StaffInvitation, now: Date) {
  const { path, word } = await inviteStaff(db, invitation, now)
  return typeSetupWord({ ...aVisit(db), now }, path.split('/').at(-1) ?? '', word ?? '')
}
