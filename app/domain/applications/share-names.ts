/** Where a name of the staff list stands in what is about to be shared. */
export type NameFound = { name: string; where: string }

/**
 * The full names of the staff list that stand in the venue's own texts. The program keeps names out
 * of what it makes itself; what the venue wrote goes along as written, so it is told beforehand.
 */
export function namesInTexts(
  names: readonly string[],
  texts: readonly { where: string; text: string }[],
): NameFound[] {
  const found = names
    .filter((name) => name.trim().includes(' '))
    .flatMap((name) => {
      const asWritten = new RegExp(`(?<![\\p{L}\\p{N}])${pattern(name)}(?![\\p{L}\\p{N}])`, 'iu')
      return texts.filter(({ text }) => asWritten.test(text)).map(({ where }) => ({ name, where }))
    })
  return [...new Map(found.map((each) => [`${each.name} ${each.where}`, each])).values()]
}

function pattern(name: string): string {
  const words = name.trim().split(/\s+/)
  return words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+')
}
