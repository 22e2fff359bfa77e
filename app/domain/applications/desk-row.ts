import { paths } from '~/paths'
import { guestWords, handWords, kindNames } from '~/words/en/desk'
import { roundWords } from '~/words/en/feedback'
import { addressed } from '~/words/en/names'
import { staffRead } from '~/words/en/states'
import type { AccessKind } from '~db/vocabulary'
import type { Actor } from '../context'
import { type Day, daysBetween } from '../dates'
import type { PersonId } from '../ids'
import type { Application } from './queries.server'
import { stateFacts } from './state-facts'

type Found = Pick<Application, 'id' | 'state' | 'stateSince' | 'hearBy' | 'kind'> & {
  venue: string
  address: string
  district: string | null
  liaisonId: PersonId | null
  liaison: string | null
  title: string | null
  access: AccessKind | null
  until: Day | null
  rounds: number
}

type Clock = { today: Day; timeZone: string }

/** One application as it stands on somebody's desk: what it waits for, for how long, in whose hands. */
export function deskRow(row: Found, actor: Actor, clock: Clock) {
  const facts = stateFacts(row, clock, { until: row.until })
  const left = row.hearBy ? daysBetween(clock.today, row.hearBy) : null
  return {
    id: row.id,
    to: paths.review(row.id),
    venue: row.venue,
    state: staffRead(facts) ?? '',
    promise:
      row.state === 'shared' && row.hearBy && left !== null
        ? roundWords.promise(left, row.hearBy)
        : '',
    hands: handsOf(row, actor),
    guest: (row.access && guestWords[row.access]) ?? '',
    about: [
      row.kind === 'renewal' ? kindNames.renewal : '',
      roundWords.round(row.rounds),
      row.address,
      row.district,
    ]
      .filter(Boolean)
      .join(' · '),
  }
}

function handsOf({ liaisonId, liaison, title }: Found, { person }: Actor): string {
  if (!liaisonId || !liaison) return handWords.nobody
  if (liaisonId === person.id) return handWords.yours
  return handWords.theirs(addressed({ name: liaison, title }))
}
