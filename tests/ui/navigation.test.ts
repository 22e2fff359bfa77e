import { expect, test } from 'vitest'
import { navigationFor } from '~/ui/navigation'
import { openItem } from '~/ui/page-shell'

const venueId = 'ven_1'
const owner = { places: [{ venueId, name: 'The Lantern', role: 'owner' as const }], roles: [] }
const coordinator = { places: [], roles: ['coordinator' as const] }

test.each([
  [coordinator, '/coordinator', 'Program'],
  [coordinator, '/coordinator/retention/rem_1/keep', 'Program'],
  [coordinator, '/coordinator/people', 'People'],
  [coordinator, '/coordinator/people/new', 'People'],
  [coordinator, '/coordinator/people/per_1/recover/withdraw', 'People'],
  [coordinator, '/coordinator/venues/ven_1/merge', 'Venues'],
  [coordinator, '/coordinator/invitations/inv_1', 'Venues'],
  [coordinator, '/coordinator/imports/imp_1/undo', 'License list'],
  [coordinator, '/coordinator/vanished', 'License list'],
  [coordinator, '/liaison/applications/app_1/response', 'Desk'],
  [coordinator, '/account/password', undefined],
  [owner, `/venue/${venueId}`, 'Home'],
  [owner, `/venue/${venueId}/letters/res_1`, 'Home'],
  [owner, `/venue/${venueId}/standards/S1/answer`, 'Task list'],
  [owner, `/venue/${venueId}/people/new`, 'Access'],
])('for %o the page %s belongs to the entry %s', (who, pathname, label) => {
  const { items } = navigationFor({ name: 'Dana', follows: [], ...who }, pathname, undefined)
  expect(openItem(items, pathname)?.label).toBe(label)
})
