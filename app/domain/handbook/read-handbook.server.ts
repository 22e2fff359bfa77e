import { handbookWords as words } from '~/words/en/handbook'
import { parseMarkdown } from '~/words/markdown'
import type { Reader } from '~db/open.server'
import type { Reading } from '../context'
import { dayOf } from '../dates'
import type { PolicyId, VenueId } from '../ids'
import {
  fileFor,
  policiesOf,
  policyOfVenue,
  type StoredFile,
  sectionsOf,
} from '../policies/queries.server'
import { programOf } from '../standards/program.server'
import { venueFor } from '../venues/queries.server'
import type { Handbook, HandbookFile, HandbookPolicy } from './handbook'

/** Every policy of a venue that has something to read, in the order of the list, for its own people. */
export async function handbookOf(reading: Reading, venueId: VenueId): Promise<Handbook> {
  const { db, actor } = reading
  const book = await cover(reading, venueId)
  const policies: HandbookPolicy[] = []
  for (const { id } of await policiesOf(db, actor, venueId)) {
    policies.push(await paperOf(reading, venueId, id))
  }
  const title = words.title
  return { ...book, title, whole: true, policies: policies.filter(hasSomething) }
}

/** One policy as it stands, for the venue's own people. */
export async function policyPaperOf(
  reading: Reading,
  venueId: VenueId,
  policyId: PolicyId,
): Promise<Handbook> {
  const policy = await paperOf(reading, venueId, policyId)
  return {
    ...(await cover(reading, venueId)),
    title: policy.title,
    whole: false,
    policies: [policy],
  }
}

async function cover({ db, actor, now }: Reading, venueId: VenueId) {
  const { name } = await venueFor(db, actor, venueId)
  const { settings, timeZone } = await programOf(db)
  return { venue: name, program: settings.name, day: dayOf(now, timeZone) }
}

async function paperOf(
  { db, actor }: Reading,
  venueId: VenueId,
  policyId: PolicyId,
): Promise<HandbookPolicy> {
  const policy = await policyOfVenue(db, actor, venueId, policyId)
  const file = policy.fileId
    ? await fileFor(db, actor, venueId, policy.fileId, { held: true })
    : null
  return {
    title: policy.title,
    review: words.review(policy),
    sections: await writtenSections(db, policyId),
    file: file && onPaper(file),
  }
}

/** What the virus scanner has not seen, or found something in, is named and not given out. */
function onPaper({ name, type, storageKey, heldSince, foundIn }: StoredFile): HandbookFile {
  if (!heldSince) return { name, type, storageKey, said: words.fileApart(name) }
  const said = foundIn ? words.fileHeldBack(name) : words.fileChecked(name)
  return { name, type, storageKey: null, said }
}

async function writtenSections(db: Reader, policyId: PolicyId) {
  const sections = await sectionsOf(db, policyId)
  return sections
    .map(({ heading, body }) => ({ heading, blocks: parseMarkdown(body) }))
    .filter(({ blocks }) => blocks.length > 0)
}

function hasSomething({ sections, file }: HandbookPolicy): boolean {
  return sections.length > 0 || file !== null
}
