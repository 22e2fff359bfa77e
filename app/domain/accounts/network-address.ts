/**
 * The network that an address belongs to, as it is counted: IPv4 whole, IPv6 by its first 64 bits,
 * because one household or one server has all the rest. Null for what is no address.
 */
export function networkOf(address: string | null): string | null {
  const plain = (address ?? '')
    .trim()
    .toLowerCase()
    .replace(/^\[|\]$|%.*$/g, '')
  const mapped = /^(?:0{0,4}:){2,6}ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(plain)?.[1]
  if (isIPv4(mapped ?? plain)) return mapped ?? plain
  const groups = groupsOf(plain)
  if (!groups) return null
  const [g1, g2, g3, g4, , g6, g7 = 0, g8 = 0] = groups
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && g6 === 0xffff
  if (isMapped) return [g7 >> 8, g7 & 255, g8 >> 8, g8 & 255].join('.')
  return `${[g1, g2, g3, g4].map((group) => group?.toString(16)).join(':')}::/64`
}

/** The same, but IPv6 by its first 48 bits, of which a provider gives all the rest to one customer. */
export function wideNetworkOf(address: string | null): string | null {
  return networkOf(address)?.replace(/^((?:[\da-f]+:){3})[\da-f]+::\/64$/, '$1:/48') ?? null
}

function isIPv4(text: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) < 256)
}

/** The eight groups of an IPv6 address, or null. */
function groupsOf(text: string): number[] | null {
  const halves = text.split('::')
  if (halves.length > 2 || !text.includes(':')) return null
  const [before = [], after] = halves.map((half) => (half ? half.split(':') : []))
  const missing = 8 - before.length - (after?.length ?? 0)
  if (after ? missing < 1 : missing !== 0) return null
  const all = [...before, ...Array.from({ length: missing }, () => '0'), ...(after ?? [])]
  return all.every((group) => /^[\da-f]{1,4}$/.test(group))
    ? all.map((group) => Number.parseInt(group, 16))
    : null
}
