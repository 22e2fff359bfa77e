/** Names that Windows keeps for devices. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/

/**
 * Gives out names for the files of one folder that every system can unpack: small letters, digits and
 * hyphens, of a readable length, and none twice.
 */
export function entryNames() {
  const taken = new Set<string>()
  return (folder: string, words: string, extension: string): string => {
    const stem = readable(words)
    for (let number = 1; ; number += 1) {
      const name = `${folder}${stem}${number > 1 ? `-${number}` : ''}.${ending(extension)}`
      if (taken.has(name)) continue
      taken.add(name)
      return name
    }
  }
}

function readable(words: string): string {
  const plain = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  if (plain === '') return 'file'
  return devices.test(plain) ? `file-${plain}` : plain
}

function ending(extension: string): string {
  return /^[a-z0-9]{1,5}$/.test(extension) ? extension : 'bin'
}
