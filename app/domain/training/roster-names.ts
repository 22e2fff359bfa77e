import { oneLine, plainWords } from '../table-words'

export type PersonName = { name: string; firstName: string; lastName: string }

/** Small words that belong to the family name that follows: "Siobhán van Dijk". */
const particles = new Set(
  'van von der den de del della di da dos das la le los las bin ibn al el ter ten st mac y'.split(
    ' ',
  ),
)

const longestName = 100

/** A person's name from two cells, or the sentence that says why there is none. */
export function nameOf(first: string, last: string): PersonName | { why: string; mend: string } {
  return checked(oneLine(first), oneLine(last))
}

/** A person's name from one cell: "Chen, Ursula", "Kwame Okafor", "Siobhán van Dijk". */
export function nameFromOneCell(cell: string): PersonName | { why: string; mend: string } {
  const text = oneLine(cell)
  const comma = text.indexOf(',')
  if (comma > 0) {
    const [first = ''] = text.slice(comma + 1).split(',')
    return checked(first.trim(), text.slice(0, comma).trim())
  }
  const words = text.split(' ')
  let split = words.length - 1
  while (split > 1 && particles.has(plainWords(words[split - 1] ?? ''))) split -= 1
  if (words.length < 2) return checked(text, '')
  return checked(words.slice(0, split).join(' '), words.slice(split).join(' '))
}

/** Names that are equal but for case, accents and marks are taken for one person's. */
export function nameKey(name: PersonName): string {
  return plainWords(name.name)
}

function checked(firstName: string, lastName: string): PersonName | { why: string; mend: string } {
  const name = [firstName, lastName].filter((part) => part !== '').join(' ')
  if (name === '') {
    return { why: 'This row names nobody.', mend: 'Add the person’s name, or delete the row.' }
  }
  if (/^[=+@-]/.test(name) || /[<>{}]|:\/\/|www\./.test(name)) {
    return {
      why: 'This is a formula, a link or code, not a name.',
      mend: 'Type the person’s name.',
    }
  }
  if (!/\p{L}/u.test(name)) {
    return { why: 'There is no letter in this name.', mend: 'Type the person’s name.' }
  }
  if (name.length > longestName) {
    return {
      why: `This name has more than ${longestName} characters.`,
      mend: 'Shorten it to the name that the team uses.',
    }
  }
  return { name, firstName, lastName }
}
