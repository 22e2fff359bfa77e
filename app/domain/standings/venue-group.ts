import type { DistrictGroup } from '~db/vocabulary'
import { isOpen } from '../applications/application'
import type { LiveStanding } from '../certificates/standing.server'
import { addDays, type Day } from '../dates'
import type { VenueFacts } from './venue-facts'

/**
 * In which of a district's four groups a venue is counted, or null. The words for readers are in
 * app/words/en/standings.ts: whoever changes the one changes the other.
 */
export function groupOf(
  facts: VenueFacts,
  standing: LiveStanding | null,
  { graceDays }: { graceDays: number },
  today: Day,
): DistrictGroup | null {
  if (facts.merged) return null
  const own = ofCertificate(standing, graceDays, today)
  if (own) return own
  if (isTalking(facts, standing)) return 'in_conversation'
  const invited = facts.invitedUntil !== null && facts.invitedUntil >= today
  return !facts.confirmed && !facts.applications.some(({ shared }) => shared) && invited
    ? 'invited'
    : null
}

/** The last day on which a certificate past its date still counts its venue as refreshing. */
export function lastRefreshingDay(expiresOn: Day, graceDays: number): Day {
  return addDays(expiresOn, graceDays)
}

function ofCertificate(standing: LiveStanding | null, graceDays: number, today: Day) {
  switch (standing?.status) {
    case 'valid':
    case 'expiring':
      return 'accredited'
    case 'being_refreshed':
    case 'paused':
      return 'refreshing'
    case 'expired':
      return today <= lastRefreshingDay(standing.until, graceDays) ? 'refreshing' : null
    default:
      return null
  }
}

/**
 * From its first confirmed person on, whether anybody drafts or not: a draft is nobody else's to know.
 * A venue that stepped away is counted again once it comes back, and one that gave its certificate back
 * once it shares anew.
 */
function isTalking({ confirmed, applications }: VenueFacts, standing: LiveStanding | null) {
  const known = applications.find(({ shared }) => shared)
  if (known?.state === 'stepped_away') return false
  if (known && (isOpen(known.state) || known.state === 'paused')) return true
  return confirmed && standing?.status !== 'ended'
}
