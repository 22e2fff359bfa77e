import { oneLine } from '../table-words'

/** Words that stay small inside a name, in the languages that venues are named in. */
const small = new Set(
  "a al an and at by de del des di du for from in 'n 'n' of on or the to von vs with y".split(' '),
)
/** Shortened words that have no vowel, but are no initials. */
const shortened = new Set(
  'mr mrs ms dr jr sr st mt mc ft ltd pl rd blvd hwy ln ct pkwy sq str inc nth thx brgr'.split(' '),
)
/** Initials that could pass for words. */
const initials = new Set('amc mci nyc tgi usa xo'.split(' '))

/**
 * A venue's name with the capitals of a sign: "trio rest & fox & hounds lounge" becomes "Trio Rest &
 * Fox & Hounds Lounge". A name that has both cases already is somebody's own spelling and stays.
 */
export function displayName(raw: string): string {
  const name = oneLine(raw)
  if (hasOwnCapitals(name)) return name
  const words = name.toLowerCase().split(' ')
  return words
    .map((word, i) => {
      const isInside = i > 0 && i < words.length - 1
      return isInside && small.has(word) ? word : byPart(word, capitalized)
    })
    .join(' ')
}

/** "5333 WISCONSIN AVE NW, Washington DC" as it stands on a letter: "5333 Wisconsin Ave NW, Washington, DC". */
export function displayAddress(raw: string): string {
  const parts = oneLine(raw)
    .split(',')
    .map((part) => part.trim().split(' ').map(addressWord).join(' '))
    .filter((part) => part !== '')
  const last = parts.pop() ?? ''
  return [
    ...parts,
    last.replace(/^(.*[^\d ]) (?!NW|NE|SW|SE)([A-Z]{2})( \d{5}(?:-\d{4})?)?$/, '$1, $2$3'),
  ].join(', ')
}

function hasOwnCapitals(name: string): boolean {
  return /\p{Lu}/u.test(name) && /\p{Ll}/u.test(name)
}

/** Hyphens, slashes and brackets begin a new word; "p&p" is two. A leading & is a brand's own spelling. */
function byPart(word: string, change: (part: string) => string): string {
  if (/^&\p{L}/u.test(word)) return word
  return word
    .split(/([-/()&–—])/)
    .map((part) => (/^\p{L}|^['’"“]?\p{L}|^\d/u.test(part) ? change(part) : part))
    .join('')
}

function capitalized(word: string): string {
  const [, bare = word, ending = ''] = /^(.+?)(['’]s|[.,!?]+)$/u.exec(word) ?? []
  if (/^(\p{L}\.)+\p{L}?$/u.test(`${bare}${ending === '.' ? '.' : ''}`)) return word.toUpperCase()
  if (isInitials(bare, ending)) return bare.toUpperCase() + ending
  if (isRoman(bare)) return bare.toUpperCase() + ending
  const celtic = /^(['’"“]?)(mc|\p{L}['’])(\p{L}{3,}.*)$/u.exec(bare)
  if (celtic) return `${celtic[1]}${upperFirst(celtic[2])}${upperFirst(celtic[3])}${ending}`
  return upperFirst(bare) + ending
}

/** "dc", "bbq", "dc9": short and without a vowel. "jr's" is a bar's name, where "jr." is a person's. */
function isInitials(bare: string, ending: string): boolean {
  if (initials.has(bare) || /^[a-z]{1,3}\d+$/.test(bare)) return true
  if (shortened.has(bare) && !/^['’]s$/.test(ending)) return false
  return /^[b-df-hj-np-tv-xz]{1,5}$/.test(bare)
}

function isRoman(word: string): boolean {
  return word.length > 1 && /^x{0,3}(ix|iv|v?i{0,3})$/.test(word)
}

function addressWord(word: string): string {
  if (/^(NW|NE|SE|SW|[NESW])\.?$/i.test(word)) return word.toUpperCase()
  if (/^[A-Z]{2}$/.test(word) && states.has(word)) return word
  if (/^\d+(ST|ND|RD|TH)$/i.test(word)) return word.toLowerCase()
  if (/^\d/.test(word) || hasOwnCapitals(word)) return word
  return byPart(word.toLowerCase(), addressPart)
}

/** In an address ST, RD and BLVD are words; only dotted letters are initials. */
function addressPart(word: string): string {
  if (/^(\p{L}\.)+\p{L}?$/u.test(word)) return word.toUpperCase()
  const celtic = /^(mc|\p{L}['’])(\p{L}{3,}.*)$/u.exec(word)
  return celtic ? upperFirst(celtic[1]) + upperFirst(celtic[2]) : upperFirst(word)
}

/** AL and CT are an alley and a court more often than a state; the last part of an address tells. */
const states = new Set('DC MD VA NY NJ PA MA CA TX FL WA IL GA NC SC OH MI MN TN AZ NV'.split(' '))

/** The first letter, after an opening quotation mark; "14th" begins with a number and stays. */
function upperFirst(text = ''): string {
  return text.replace(/^(\P{N}*?)(\p{L})/u, (_, before, letter) => before + letter.toUpperCase())
}
