/** A name as it stands in an address: "Mr. Henry's" becomes "mr-henrys". Never empty. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return slug || 'place'
}

/**
 * Gives each name a slug that is not taken: its own, else with the words that tell it apart, else
 * with a number. What it gave is taken from then on.
 */
export function slugGiver(
  alreadyTaken: Iterable<string>,
): (name: string, apart?: string | null) => string {
  const taken = new Set(alreadyTaken)
  const lastNumber = new Map<string, number>()
  return (name, apart) => {
    const first = slugOf(name)
    const given = [first, ...(apart ? [slugOf(`${first} ${apart}`)] : [])].find(isFree)
    const slug = given ?? numbered(first)
    taken.add(slug)
    return slug
  }

  function isFree(slug: string): boolean {
    return !taken.has(slug)
  }

  function numbered(slug: string): string {
    let number = lastNumber.get(slug) ?? 2
    while (taken.has(`${slug}-${number}`)) number += 1
    lastNumber.set(slug, number)
    return `${slug}-${number}`
  }
}
