import type { DemoPerson } from '~/domain/accounts/demo-people.server'
import type { DemoVenue } from '~/domain/standings/demo-venues.server'
import { addressed, placeWords, roleNames } from '~/words/en/names'

const width = 80

/** A venue's story in a sentence, by its slug. */
type Gists = ReadonlyMap<string, string>

/**
 * Who is who in the demo, as text of 80 columns: by district each venue with how it stands, its
 * story and its people, then who runs the program. A person's own line stands where they come first.
 */
export function demoStory(
  venues: readonly DemoVenue[],
  people: readonly DemoPerson[],
  gists: Gists,
): string {
  const told = new Set<string>()
  const chapters = districtsOf(venues).map((district) => {
    const here = venues.filter((venue) => venue.district === district)
    const [liaison] = people.filter(({ places }) => holds(places, 'liaison', district))
    const read = liaison ? `, where ${addressed(liaison)} is the liaison` : ''
    const title = district ? `${district.toUpperCase()}${read}` : 'NOT IN A DISTRICT YET'
    return [title, ...here.flatMap((venue) => ['', ...venueLines(venue, people, gists, told)])]
  })
  const program = people.filter(({ places }) => places.some(({ venueId }) => venueId === null))
  const others = [
    'THE PROGRAM',
    ...program.flatMap((person) => ['', ...personOfProgram(person, told)]),
  ]
  return [...chapters, others].map((lines) => lines.join('\n')).join('\n\n\n')
}

function venueLines(
  { id, slug, name, address, standing }: DemoVenue,
  people: readonly DemoPerson[],
  gists: Gists,
  told: Set<string>,
): string[] {
  const gist = gists.get(slug)
  const team = people.flatMap((person) =>
    person.places.filter(({ venueId }) => venueId === id).map(({ role }) => ({ person, role })),
  )
  return [
    ...wrapped(`${name}, ${address}`, 2),
    ...wrapped(standing, 4),
    ...(gist ? wrapped(gist, 4) : []),
    ...team.flatMap(({ person, role }) => {
      const again = told.has(person.id)
      told.add(person.id)
      return wrapped(withStory(person, roleNames[role], !again), 4, '- ')
    }),
  ]
}

/** "Grace Kim: owner of …": the role is said once. */
function withStory(person: DemoPerson, role: string, tell: boolean): string {
  const { story } = person
  if (!tell || !story) return `${addressed(person)}, ${role.toLowerCase()}`
  if (!story.startsWith(role)) return `${addressed(person)}, ${role.toLowerCase()}. ${story}`
  return `${addressed(person)}: ${role.toLowerCase()}${story.slice(role.length)}`
}

/** The district with the most venues first; those that lie in none come last. */
function districtsOf(venues: readonly DemoVenue[]): (string | null)[] {
  const counts = new Map<string | null, number>()
  for (const { district } of venues) counts.set(district, (counts.get(district) ?? 0) + 1)
  return [...counts]
    .sort(([a, some], [b, others]) => Number(a === null) - Number(b === null) || others - some)
    .map(([district]) => district)
}

function personOfProgram(person: DemoPerson, told: ReadonlySet<string>): string[] {
  const places = person.places.filter(({ venueId }) => venueId === null)
  return [
    ...wrapped(addressed(person), 2),
    ...places.flatMap((place) => wrapped(placeWords(place), 4)),
    ...(person.story && !told.has(person.id) ? wrapped(person.story, 4) : []),
  ]
}

function holds(places: DemoPerson['places'], role: string, district: string | null): boolean {
  return places.some((place) => place.role === role && place.district === district)
}

/** Text in lines of at most 80 columns, set in by some, with a mark before the first. */
function wrapped(text: string, indent: number, mark = ''): string[] {
  const inset = ' '.repeat(indent + mark.length)
  const lines: string[] = []
  let line = ' '.repeat(indent) + mark
  let begun = false
  for (const word of text.split(' ')) {
    if (begun && line.length + 1 + word.length > width) {
      lines.push(line)
      line = inset
      begun = false
    }
    line += begun ? ` ${word}` : word
    begun = true
  }
  return [...lines, line]
}
