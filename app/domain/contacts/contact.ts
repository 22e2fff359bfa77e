import { contactKindNames, contactWords } from '~/words/en/contacts'
import type { ContactKind, HelpfulAnswer } from '~db/vocabulary'

type Told = { enforcement: boolean; helpful: HelpfulAnswer | null }

/** A contact is positive when it was not enforcement and the venue did not mark it unhelpful. */
export function isPositive({ enforcement, helpful }: Told): boolean {
  return !enforcement && helpful !== 'no'
}

/** Enforcement is called by its name, however it came about. */
export function contactTitle({ kind, enforcement }: { kind: ContactKind; enforcement: boolean }) {
  return enforcement ? contactWords.enforcement : contactKindNames[kind]
}
