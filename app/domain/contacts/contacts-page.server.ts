import { paths } from '~/paths'
import { contactAbout, helpfulWords } from '~/words/en/contacts'
import { countOf, formatDay, formatDayOf } from '~/words/en/format'
import { addressed } from '~/words/en/names'
import { walkStateNames, walkTime } from '~/words/en/walks'
import type { ContactSide } from '~db/vocabulary'
import type { Reading } from '../context'
import type { ContactId, VenueId } from '../ids'
import { programOf, todayIn } from '../standards/program.server'
import { contactTitle } from './contact'
import {
  contactFor,
  contactsAfter,
  countContacts,
  cursorOf,
  pageSize,
  venueOfContacts,
} from './queries.server'
import { choosesNext, isOpen } from './walk'
import { walksOf } from './walk-queries.server'

export type ContactsFilter = { after?: string; saved?: string; gone?: string }

/** The log of contacts with a venue, as one of the two sides reads it. */
export async function contactsPage(
  { db, actor }: Reading,
  side: ContactSide,
  venueId: VenueId,
  { after = '', saved = '', gone = '' }: ContactsFilter,
) {
  const venue = await venueOfContacts(db, actor, side, venueId)
  const { timeZone } = await programOf(db)
  const walks = await walksOf(db, venueId)
  const found = await contactsAfter(db, venueId, after)
  const rows = found.slice(0, pageSize)
  const last = rows.at(-1)
  const taken = (id: string) => paths.takeContactBack(side, venueId, id)
  return {
    venue,
    log: {
      side,
      count: countOf(await countContacts(db, venueId), 'contact', 'contacts'),
      next:
        found.length > pageSize && last
          ? paths.contacts(side, venueId, { after: cursorOf(last.contact) })
          : null,
      /** Just saved, or just taken back: either can be undone. */
      saved: isContactId(saved) ? { undoTo: taken(saved) } : null,
      gone: isContactId(gone) ? { undoTo: paths.putContactBack(side, venueId, gone) } : null,
      newTo: paths.newContact(side, venueId),
      /** One walk-through is arranged at a time. */
      proposeTo: walks.some(isOpen) ? null : paths.proposeWalk(venueId),
      walks: walks.map((walk) => ({
        to: paths.walk(walk.id),
        title: walk.startsAt
          ? walkTime(walk.startsAt, timeZone)
          : `Proposed on ${formatDayOf(walk.proposedAt, timeZone)}`,
        status: choosesNext(walk, side) ? 'Choose a time' : walkStateNames[walk.state],
        tone: choosesNext(walk, side) ? ('next' as const) : ('soft' as const),
      })),
      rows: rows.map(({ contact, name, title }) => ({
        id: contact.id,
        at: contact.happenedOn,
        when: formatDay(contact.happenedOn),
        title: contactTitle(contact),
        enforcement: contact.enforcement,
        topic: contact.topic,
        about: contactAbout(side, {
          begunBy: contact.begunBy,
          writer: addressed({ name, title }),
        }),
        helpful: contact.helpful,
        helpfulWords: helpfulWords(side, contact.helpful),
        helpfulTo: side === 'venue' ? paths.answerContact(venueId, contact.id) : null,
        takeBackTo: contact.writtenAs === side ? taken(contact.id) : null,
      })),
    },
  }
}

export type ContactLog = Awaited<ReturnType<typeof contactsPage>>['log']

function isContactId(text: string): boolean {
  return /^con_[0-9a-z]{16}$/.test(text)
}

/** The form for a new contact: today stands in it already. */
export async function newContactPage(
  { db, actor, now }: Reading,
  side: ContactSide,
  venueId: VenueId,
) {
  const { name } = await venueOfContacts(db, actor, side, venueId)
  return { venue: name, today: await todayIn(db, now), back: paths.contacts(side, venueId) }
}

/** One contact, before it is taken back or put back, or before the venue says whether it was helpful. */
export async function contactPage(
  { db, actor }: Reading,
  side: ContactSide,
  venueId: VenueId,
  id: ContactId,
) {
  const contact = await contactFor(db, actor, side, venueId, id)
  return {
    words: [contactTitle(contact), formatDay(contact.happenedOn), contact.topic]
      .filter(Boolean)
      .join(', '),
    isOwn: contact.writtenAs === side,
    isGone: contact.removedAt !== null,
    helpful: contact.helpful,
    back: paths.contacts(side, venueId),
  }
}
