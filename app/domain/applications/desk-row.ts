import { paths } from '~/paths'
import {
  guestWords,
  handWords,
  kindNames,
  newsNames,
  newsWords,
  secondWords,
} from '~/words/en/desk'
import { roundWords } from '~/words/en/feedback'
import { addressed } from '~/words/en/names'
import { staffRead } from '~/words/en/states'
import type { Actor } from '../context'
import { type Day, daysBetween } from '../dates'
import type { PersonId } from '../ids'
import {
  type ApplicationSubject,
  canAssign,
  canRespond,
  canSuggestWords,
} from '../permissions/application'
import { isOpen } from './application'
import type { NewsKind } from './desk-news.server'
import type { Application } from './queries.server'
import { stateFacts } from './state-facts'

type Found = Pick<Application, 'id' | 'state' | 'stateSince' | 'hearBy' | 'kind'> &
  ApplicationSubject & {
    venue: string
    address: string
    district: string | null
    liaisonId: PersonId | null
    liaison: string | null
    title: string | null
    until: Day | null
    rounds: number
    /** By when it hears of a change that it shared after its accreditation, where one waits. */
    amendmentHearBy: Day | null
    /** Who wrote the newest letter: of one that is ready, the one that found everything in place. */
    readyById: PersonId | null
    readyBy: string | null
    /** Whether a response to it is being written. */
    begun: 0 | 1
  }

type Clock = { today: Day; timeZone: string; accreditedBy: 1 | 2 }

/** One application as it stands on somebody's desk: what it waits for, for how long, in whose hands. */
export function deskRow(row: Found, actor: Actor, clock: Clock, news?: ReadonlySet<NewsKind>) {
  const facts = stateFacts(row, clock, { until: row.until })
  const hearBy = row.amendmentHearBy ?? (row.state === 'shared' ? row.hearBy : null)
  return {
    id: row.id,
    to: paths.review(row.id),
    venue: row.venue,
    state: row.amendmentHearBy ? roundWords.amended : (staffRead(facts) ?? ''),
    second: secondOf(row, actor, clock),
    promise: hearBy ? roundWords.promise(daysBetween(clock.today, hearBy), hearBy) : '',
    news: news ? newsWords.line([...news].map((kind) => newsNames[kind])) : '',
    hands: handsOf(row, actor),
    ...deedsOf(row, actor),
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

/** Where two people accredit, whose turn a certificate is. */
function secondOf(row: Found, { person }: Actor, { accreditedBy }: Clock): string {
  if (row.state !== 'ready' || accreditedBy === 1 || !row.readyBy) return ''
  return row.readyById === person.id ? secondWords.yours : secondWords.theirs(row.readyBy)
}

/** What can be done about it from the list; each deed asks for itself once more. */
function deedsOf(row: Found, actor: Actor) {
  const mayRespond = canRespond(actor, row).allowed
  const waits = row.state === 'shared' || row.amendmentHearBy !== null
  const open = row.begun ? paths.response(row.id) : paths.startResponse(row.id)
  return {
    response: mayRespond && waits ? { to: open, begun: row.begun === 1 } : null,
    readFirst: canSuggestWords(actor, row).allowed ? paths.peerRead(row.id) : null,
    takeOn: mayRespond && !row.liaisonId ? paths.takeOn(row.id) : null,
    assign: isOpen(row.state) && canAssign(actor, row).allowed ? paths.assign(row.id) : null,
  }
}
