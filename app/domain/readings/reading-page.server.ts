import { paths } from '~/paths'
import { countOf, formatDay, formatDayOf, formatMoment } from '~/words/en/format'
import { positionNames } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import type { Reading } from '../context'
import { dayOf } from '../dates'
import type { SignatureId, VenueId } from '../ids'
import { canSpeakForVenue } from '../permissions/venue'
import { qrSquare } from '../qr-square'
import { programOf } from '../standards/program.server'
import { plainWords } from '../table-words'
import { hasLeft } from '../training/coverage-standing'
import { readTeam } from '../training/queries.server'
import { venueFor } from '../venues/queries.server'
import { standardsForVenue } from '../venues/standards-in-force.server'
import { signingTeam } from './count-signatures.server'
import { openLinkOf, papersOf, readingsOf, signatureFor } from './queries.server'
import { type CountAsk, type Signed, signedOf } from './reading'

/** What the team reads now, who has signed and who has not, for the venue's own people. */
export async function readingPage(reading: Reading, venueId: VenueId, publicUrl: string) {
  const { db, actor, now } = reading
  const venue = await venueFor(db, actor, venueId)
  const { settings, timeZone } = await programOf(db)
  const today = dayOf(now, timeZone)
  const [last] = await readingsOf(db, venueId)
  const team = await signingTeam(db, venueId, timeZone)
  const { staff: people, signatures } = team
  const link = await openLinkOf(db, venueId)
  const ask = await askOf(db, venueId)
  const signed = signedOf(today, team, ask, settings)
  const papers = last ? await papersOf(db, last.versions) : []
  return {
    venue: venue.name,
    mayPut: canSpeakForVenue(actor, venueId).allowed,
    reading: last
      ? {
          words: `Put to your team on ${formatMoment(last.putAt, timeZone)}.`,
          changed: last.words,
          policies: papers.map(({ version }) => version.title),
        }
      : null,
    link: link && last ? linkOf(link.token, publicUrl) : null,
    figures: figuresOf(signed, ask),
    hasTeam: people.some((person) => !hasLeft(person, today)),
    waiting: people
      .filter(({ id }) => isWaitedFor(id))
      .map(({ id, name, position }) => ({ id, name, role: positionNames[position] })),
    signed: signatures
      .filter(({ staffId }) => staffId !== null)
      .map(({ id, name, signedAt }) => ({ id, name, when: formatMoment(signedAt, timeZone) })),
    unknown: signatures
      .filter(({ staffId }) => staffId === null)
      .map(({ id, name, startedOn, signedAt }) => ({
        id,
        name,
        words: [
          `Signed ${formatMoment(signedAt, timeZone)}.`,
          startedOn ? `First day: ${formatDay(startedOn)}.` : '',
        ]
          .filter(Boolean)
          .join(' '),
        matchTo: paths.matchSignature(venueId, id),
        asideTo: paths.setSignatureAside(venueId, id),
      })),
  }

  /** Somebody in their first days is not counted yet, and may sign all the same. */
  function isWaitedFor(id: string) {
    const standing = signed.standings.get(id)
    const hasSigned = signatures.some(({ staffId }) => staffId === id)
    return standing === 'untrained' || (standing === 'new_hire' && !hasSigned)
  }
}

export type ReadingPage = Awaited<ReturnType<typeof readingPage>>

/** Where the team reads, as it stands on paper. */
function linkOf(token: string, publicUrl: string) {
  const url = publicUrl + paths.teamReading(token)
  return { url, shown: url.replace(/^https?:\/\//, '') }
}

/** The poster with the square that opens what the team reads; none while nothing was put to it. */
export async function posterPage({ db, actor }: Reading, venueId: VenueId, publicUrl: string) {
  const { name } = await venueFor(db, actor, venueId)
  const { timeZone } = await programOf(db)
  const [last] = await readingsOf(db, venueId)
  const link = await openLinkOf(db, venueId)
  if (!last || !link) return { venue: name, poster: null }
  const { url, shown } = linkOf(link.token, publicUrl)
  const putOn = formatDayOf(last.putAt, timeZone)
  return { venue: name, poster: { url, shown, square: qrSquare(url), putOn } }
}

/** What the program asks of signatures; nine in ten within a year where it asks nothing. */
async function askOf(db: Reader, venueId: VenueId): Promise<CountAsk> {
  const { standards } = await standardsForVenue(db, venueId)
  const asks = standards.flatMap(({ evidence }) => evidence.flatMap(({ count }) => count ?? []))
  return asks.find(({ bySignature }) => bySignature) ?? { percent: 90, months: 12 }
}

/** "9 of 10 people signed in the last 12 months. That is what is asked." */
function figuresOf(signed: Signed, { months }: CountAsk): string {
  const { trained, inScope, required, met, newHires, onLeave } = signed
  if (inScope === 0) return ''
  const apart = [
    newHires > 0
      ? `${countOf(newHires, 'more person is', 'more people are')} in their first days`
      : '',
    onLeave > 0 ? `${countOf(onLeave, 'person is', 'people are')} on leave` : '',
  ].filter(Boolean)
  const asked = met ? 'That is what is asked.' : `${required} are asked for.`
  return `${trained} of ${countOf(inScope, 'person', 'people')} signed in the last ${months} months. ${asked}${apart.length > 0 ? ` ${apart.join('; ')}.` : ''}`
}

/** One signature that fits nobody by its name alone, with the people it may be of. */
export async function signaturePage(reading: Reading, venueId: VenueId, id: SignatureId) {
  const { db, actor } = reading
  const signature = await signatureFor(db, actor, venueId, id)
  const { timeZone } = await programOf(db)
  const { people } = await readTeam(db, venueId)
  const alike = people.find(({ name }) => plainWords(name) === plainWords(signature.name))
  return {
    name: signature.name,
    words: `Signed ${formatMoment(signature.signedAt, timeZone)}.`,
    isAside: signature.setAsideAt !== null,
    likely: signature.staffId ?? alike?.id ?? '',
    people: people.map(({ id: value, name, position }) => {
      return { value, label: `${name}, ${positionNames[position].toLowerCase()}` }
    }),
  }
}
