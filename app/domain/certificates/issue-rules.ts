import { listOf } from '~/words/en/format'
import { Invalid } from '../errors'
import type { Standard } from '../standards/standard-set'
import { CertificateFacts } from './certificate-facts'

/** Why a certificate is not issued while the newest round leaves essentials open. */
export function openSentence(open: readonly Pick<Standard, 'title'>[]): string {
  const titles = listOf(open.map(({ title }) => `“${title}”`))
  return open.length === 1
    ? `A certificate says that every essential is in place, and ${titles} is still open in what the venue shared.`
    : `A certificate says that every essential is in place, and these are still open in what the venue shared: ${titles}.`
}

/** The facts as they are frozen, or a sentence about the one that does not fit on the paper. */
export function checkedFacts(facts: CertificateFacts): CertificateFacts {
  const checked = CertificateFacts.safeParse(facts)
  if (checked.success) return checked.data
  const fact = String(checked.error.issues[0]?.path[0] ?? '')
  throw new Invalid({ '': sentences[fact] ?? settingsSentence })
}

const sentences: Record<string, string> = {
  venueName:
    'The paper has room for a venue name of 1 to 200 characters. Please ask a coordinator to correct the name first.',
  address:
    'The paper needs the venue’s address, in at most 200 characters. Please ask a coordinator to correct it first.',
}

const settingsSentence =
  'One of the program’s own settings does not fit on the paper: its name, place, issuer, signatures or web address. Please ask a coordinator to look at them.'
