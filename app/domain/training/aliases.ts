import type { StaffPosition } from '~db/vocabulary'

/** What a position is called when it stands for a person whose name stays with the venue. */
const callings: Readonly<Record<StaffPosition, string>> = {
  owner: 'Owner',
  manager: 'Manager',
  bartender: 'Bartender',
  barback: 'Barback',
  server: 'Server',
  host: 'Host',
  door: 'Door staff',
  security: 'Security staff',
  kitchen: 'Kitchen staff',
  other: 'Team member',
}

/** "Bartender 3": the name under which one venue's person appears in shared evidence. */
export function aliasOf(position: StaffPosition, number: number): string {
  return `${callings[position]} ${number}`
}

/**
 * The number for the next person in a position. A number is never given twice at a venue, not even
 * after somebody left, so that an alias in frozen evidence always means the same person.
 */
export function nextAliasNumber(
  position: StaffPosition,
  given: Iterable<{ position: StaffPosition; number: number }>,
): number {
  let highest = 0
  for (const alias of given) {
    if (alias.position === position && alias.number > highest) highest = alias.number
  }
  return highest + 1
}
