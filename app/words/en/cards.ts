import { type RecordState, type VerifiedWay, verifiedWays } from '~db/vocabulary'
import { countOf, formatDay, formatNumber } from './format'

export const recordStateNames: Record<RecordState, string> = {
  claimed: 'Claimed',
  evidence_attached: 'Card attached',
  verified: 'Verified',
}

const wayLabels: Record<VerifiedWay, string> = {
  original: 'I saw the original card',
  provider: 'I checked with the course provider',
  register: 'I checked the state’s register',
  trainer_list: 'I found the name on the trainer’s own list',
}

export const verifiedWayChoices = verifiedWays.map((value) => ({ value, label: wayLabels[value] }))

type Verified = { how: VerifiedWay; by: string; on: string }

/** Who vouched for a training, how and when: a whole sentence for each way. */
const verifiedSentences: Record<VerifiedWay, (facts: { by: string; day: string }) => string> = {
  original: ({ by, day }) => `Verified: ${by} saw the original card on ${day}.`,
  provider: ({ by, day }) => `Verified: ${by} checked with the course provider on ${day}.`,
  register: ({ by, day }) => `Verified: ${by} checked the state’s register on ${day}.`,
  trainer_list: ({ by, day }) => `Verified: ${by} found it on the trainer’s own list on ${day}.`,
}

/** How sure a venue is of a training. */
export function recordStateWords(
  state: RecordState,
  verified: Verified | null,
  locale = 'en-US',
): string {
  if (state === 'verified' && verified) {
    const { how, by, on } = verified
    return verifiedSentences[how]({ by, day: formatDay(on, locale) })
  }
  return state === 'evidence_attached'
    ? 'Card attached, not verified yet.'
    : 'Claimed: no card attached yet.'
}

/** The same of all that somebody has: "1 verified, 1 with its card, 2 claimed." */
export function recordStatesWords(states: readonly RecordState[], locale = 'en-US'): string {
  const count = (state: RecordState) => states.filter((each) => each === state).length
  const [verified, attached, claimed] = [
    count('verified'),
    count('evidence_attached'),
    count('claimed'),
  ]
  const parts = [
    ...(verified ? [`${formatNumber(verified, locale)} verified`] : []),
    ...(attached ? [countOf(attached, 'with its card', 'with their cards', locale)] : []),
    ...(claimed ? [`${formatNumber(claimed, locale)} claimed`] : []),
  ]
  return `${parts.join(', ')}.`
}

export const cardNotices = {
  stays:
    'A card carries a name, so it stays with your venue: it goes along with nothing that you share.',
  takesOff: 'A change of the dates, the number or the card takes the mark “verified” off.',
  erased: 'The file is erased for good. The training stays on the list, as claimed.',
  hint: 'A photo (JPEG or PNG) or a PDF, up to 25 MB. Please cover a birth date, an address or a social security number. Where and when a photo was taken is removed.',
} as const
