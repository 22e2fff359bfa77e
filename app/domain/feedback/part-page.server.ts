import { eq } from 'drizzle-orm'
import { formatDayOf, formatTime } from '~/words/en/format'
import { addressed } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import { people } from '~db/schema'
import type { Reading } from '../context'
import type { PersonId } from '../ids'
import { currentLexicon } from '../standards/lexicon.server'
import { programOf } from '../standards/program.server'
import { phrasesOf } from './keep-phrases.server'
import { partFor } from './part.server'
import { hintsFor, type Studio } from './studio.server'
import { standardsInStudio } from './studio-standards.server'
import { ownToneCounts } from './tone-counts.server'

/**
 * The studio of somebody who was asked for a part: what the venue shared on their standards beside their
 * own words. The letter itself, the venue's note to its liaison and all other standards stay away.
 */
export async function partPage({ db, actor }: Reading, id: string): Promise<Studio> {
  const { access, part, hand } = await partFor(db, actor, id)
  const { application, round } = hand
  const { timeZone } = await programOf(db)
  const { entries: lexicon } = await currentLexicon(db)
  return {
    applicationId: application.id,
    venue: application.venueName,
    round: round.number,
    sharedOn: formatDayOf(round.sharedAt, timeZone),
    words: '',
    ruler: '',
    state: application.state,
    sent: null,
    begunBy: '',
    revision: part.revision,
    savedAt: part.revision > 0 ? formatTime(part.updatedAt, timeZone) : '',
    draft: part.draft,
    hints: hintsFor(part.draft, lexicon),
    lexicon,
    toneCounts: await ownToneCounts(db, actor.person.id),
    stillOpen: [],
    heldUntil: '',
    early: [],
    writers: {},
    stepsBefore: 0,
    amendment: round.amendment === true,
    part: {
      id: access.id,
      askedBy: await nameOf(db, access.givenBy),
      askedWords: access.words,
      handedOn: part.handedAt ? formatDayOf(part.handedAt, timeZone) : '',
    },
    given: [],
    suggestions: [],
    readers: [],
    phrases: await phrasesOf(db, actor.person.id),
    ...(await standardsInStudio(db, hand)),
  }
}

async function nameOf(db: Reader, id: PersonId): Promise<string> {
  const [row] = await db
    .select({ name: people.name, title: people.title })
    .from(people)
    .where(eq(people.id, id))
  return row ? addressed(row) : ''
}
