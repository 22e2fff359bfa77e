import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { formatDayOf } from '~/words/en/format'
import { addressed } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import { applicationAccess, people, suggestions } from '~db/schema'
import type { DraftItem, ResponseDraft } from '~db/schema/feedback'
import type { ResponseField } from '~db/vocabulary'
import type { Reading } from '../context'
import type { ApplicationId, ResponseId } from '../ids'
import { canRespond, canSuggestWords } from '../permissions/application'
import { permit } from '../permissions/permission'
import { programOf } from '../standards/program.server'
import { colleaguesToAsk } from './colleagues.server'
import { responseOfRound, roundInHand } from './draft.server'

/** A text of the draft as a colleague reads it, with what they suggest for it so far. */
export type PeerText = { itemKey: string; field: ResponseField; words: string; suggested: string }
export type PeerPart = {
  key: string
  kind: DraftItem['kind'] | null
  title: string
  texts: PeerText[]
}

/** The draft for the colleague who was asked to read it first. */
export async function peerReadPage({ db, actor }: Reading, applicationId: ApplicationId) {
  const { application, round, set } = await roundInHand(db, actor, applicationId)
  permit(canSuggestWords(actor, application))
  const response = await responseOfRound(db, round.id)
  const [asked] = await db
    .select({ words: applicationAccess.words, name: people.name, title: people.title })
    .from(applicationAccess)
    .innerJoin(people, eq(people.id, applicationAccess.givenBy))
    .where(
      and(
        eq(applicationAccess.applicationId, applicationId),
        eq(applicationAccess.personId, actor.person.id),
        isNull(applicationAccess.endedAt),
      ),
    )
  const given = response
    ? await db
        .select()
        .from(suggestions)
        .where(
          and(eq(suggestions.responseId, response.id), eq(suggestions.personId, actor.person.id)),
        )
    : []
  const titles = new Map(set.standards.map(({ code, title }) => [code, title]))
  return {
    applicationId,
    venue: application.venueName,
    round: round.number,
    askedBy: asked ? addressed(asked) : '',
    askedWords: asked?.words ?? '',
    sent: response?.draft == null,
    note: given.find(({ field }) => field === null)?.words ?? '',
    parts: response?.draft ? partsOf(response.draft, titles, suggestedFor) : [],
  }

  function suggestedFor(itemKey: string, field: ResponseField) {
    return given.find((each) => each.itemKey === itemKey && each.field === field)?.words ?? ''
  }
}

export type PeerRead = Awaited<ReturnType<typeof peerReadPage>>

function partsOf(
  draft: ResponseDraft,
  titles: ReadonlyMap<string, string>,
  suggestedFor: (itemKey: string, field: ResponseField) => string,
): PeerPart[] {
  const text = (itemKey: string, field: ResponseField, words: string): PeerText => {
    return { itemKey, field, words, suggested: suggestedFor(itemKey, field) }
  }
  const items = draft.items.map((item): PeerPart => {
    const { key, kind, standard } = item
    const written = fieldsOf(kind).filter((field) => item[field].trim() !== '')
    const fields = written.map((field) => text(key, field, item[field]))
    return { key, kind, title: titles.get(standard) ?? standard, texts: fields }
  })
  const whole = (field: 'opening' | 'closing'): PeerPart => {
    return { key: field, kind: null, title: '', texts: [text('', field, draft[field])] }
  }
  return [whole('opening'), ...items, whole('closing')]
}

function fieldsOf(kind: DraftItem['kind']): ('words' | 'why' | 'help')[] {
  if (kind === 'strength') return ['words', 'why']
  return kind === 'next_step' ? ['words', 'why', 'help'] : ['words']
}

/** Whom the writer of a draft can ask to read it first, and whom they have asked. */
export async function askPage({ db, actor }: Reading, applicationId: ApplicationId) {
  const { application, round } = await roundInHand(db, actor, applicationId)
  permit(canRespond(actor, application))
  const response = await responseOfRound(db, round.id)
  const colleagues = await colleaguesToAsk(db, actor, application)
  return {
    applicationId,
    venue: application.venueName,
    writing: response?.draft != null,
    colleagues: colleagues.map(({ id, label }) => ({ value: id, label })),
    asked: await readersAsked(db, applicationId),
  }
}

/** The colleagues who were asked to read, or for a part, the newest first; the caller has read the application. */
export async function readersAsked(db: Reader, applicationId: ApplicationId) {
  const { timeZone } = await programOf(db)
  const rows = await db
    .select({
      id: applicationAccess.id,
      kind: applicationAccess.kind,
      at: applicationAccess.at,
      endedAt: applicationAccess.endedAt,
      name: people.name,
      title: people.title,
    })
    .from(applicationAccess)
    .innerJoin(people, eq(people.id, applicationAccess.personId))
    .where(
      and(
        eq(applicationAccess.applicationId, applicationId),
        inArray(applicationAccess.kind, ['reader', 'field']),
      ),
    )
    .orderBy(desc(applicationAccess.at))
  return rows.map(({ id, kind, at, endedAt, ...person }) => ({
    id,
    /** Whether they were asked for a part, and not to read the draft. */
    writes: kind === 'field',
    name: addressed(person),
    askedOn: formatDayOf(at, timeZone),
    doneOn: endedAt ? formatDayOf(endedAt, timeZone) : '',
  }))
}

/** What colleagues suggest for a draft that the caller may write, in the order in which it came. */
export async function suggestionsFor(db: Reader, responseId: ResponseId) {
  const rows = await db
    .select({ suggestion: suggestions, name: people.name, title: people.title })
    .from(suggestions)
    .innerJoin(people, eq(people.id, suggestions.personId))
    .where(eq(suggestions.responseId, responseId))
    .orderBy(asc(suggestions.at), asc(suggestions.field), asc(suggestions.id))
  return rows.map(({ suggestion: { id, itemKey, field, words }, ...person }) => {
    return { id, itemKey, field, words, by: addressed(person) }
  })
}
