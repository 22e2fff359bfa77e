/**
 * Dates, counts and lists as people read them. Every page, email and document formats through here;
 * the locale comes last, so that another language changes no caller.
 */

/** "November 22, 2026" */
export function formatDay(day: string, locale = 'en-US'): string {
  return dateFormat(locale, 'UTC', { dateStyle: 'long' }).format(atNoon(day))
}

/** "November 2026", the month of a date. */
export function formatMonth(day: string, locale = 'en-US'): string {
  return dateFormat(locale, 'UTC', { month: 'long', year: 'numeric' }).format(atNoon(day))
}

/** "Nov 2026" */
export function formatShortMonth(day: string, locale = 'en-US'): string {
  return dateFormat(locale, 'UTC', { month: 'short', year: 'numeric' }).format(atNoon(day))
}

/** "Nov 22" */
export function formatShortDay(day: string, locale = 'en-US'): string {
  return dateFormat(locale, 'UTC', { month: 'short', day: 'numeric' }).format(atNoon(day))
}

/** "Nov 22, 2026" */
export function formatWallDay(day: string, locale = 'en-US'): string {
  return dateFormat(locale, 'UTC', { dateStyle: 'medium' }).format(atNoon(day))
}

/**
 * "Nov 22, 10:42 AM" in the program's time zone; with the year once it is not this one, or a day of
 * last November would read as one to come.
 */
export function formatMoment(
  moment: Date,
  timeZone: string,
  locale = 'en-US',
  today = new Date(),
): string {
  const yearOf = (each: Date) => dateFormat('en-US', timeZone, { year: 'numeric' }).format(each)
  const parts = {
    ...(yearOf(moment) === yearOf(today) ? {} : ({ year: 'numeric' } as const)),
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  } as const
  return plainSpaces(dateFormat(locale, timeZone, parts).format(moment))
}

/** "10:42 AM" in the program's time zone. */
export function formatTime(moment: Date, timeZone: string, locale = 'en-US'): string {
  return plainSpaces(dateFormat(locale, timeZone, { timeStyle: 'short' }).format(moment))
}

/** "November 22, 2026", the date of a moment in the program's time zone. */
export function formatDayOf(moment: Date, timeZone: string, locale = 'en-US'): string {
  return dateFormat(locale, timeZone, { dateStyle: 'long' }).format(moment)
}

/** "policies, photos, and training records" */
export function listOf(items: readonly string[], locale = 'en-US'): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items)
}

/** "policies, photos, or training records" */
export function choiceOf(items: readonly string[], locale = 'en-US'): string {
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(items)
}

/** "1 venue", "1,256 venues" */
export function countOf(count: number, one: string, many: string, locale = 'en-US'): string {
  const noun = pluralRules(locale).select(count) === 'one' ? one : many
  return `${formatNumber(count, locale)} ${noun}`
}

/** "1,256" */
export function formatNumber(value: number, locale = 'en-US'): string {
  return numberFormat(locale, {}).format(value)
}

/** "4.2": one place after the point. */
export function formatTenth(value: number, locale = 'en-US'): string {
  return numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
}

/** "1.4 MB" */
export function formatSize(bytes: number, locale = 'en-US'): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1e6, 'megabyte']
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const
  return numberFormat(locale, options).format(value)
}

/** "13 essentials: 9 in place, 2 started, 2 not started" */
export function progressWords(
  parts: { noun: string; total: number; inPlace: number; started: number },
  locale = 'en-US',
): string {
  const { noun, total, inPlace, started } = parts
  const [all, done, begun, open] = [total, inPlace, started, total - inPlace - started].map(
    (count) => formatNumber(count, locale),
  )
  return `${all} ${noun}: ${done} in place, ${begun} started, ${open} not started`
}

/** "12 characters left", "3 characters too many" */
export function charactersLeft(left: number, locale = 'en-US'): string {
  if (left < 0) return `${countOf(-left, 'character', 'characters', locale)} too many.`
  return `${countOf(left, 'character', 'characters', locale)} left.`
}

/** A calendar date has no time zone of its own: noon in UTC keeps it the same everywhere. */
function atNoon(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

/** Newer ICU data puts a narrow no-break space before AM and PM, which not every typeface has. */
function plainSpaces(text: string): string {
  return text.replace(/\u202f/g, ' ')
}

const made = new Map<string, unknown>()

function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make())
  return made.get(key) as T
}

function dateFormat(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions) {
  return once(`date ${locale} ${timeZone} ${JSON.stringify(options)}`, () => {
    return new Intl.DateTimeFormat(locale, { timeZone, ...options })
  })
}

function numberFormat(locale: string, options: Intl.NumberFormatOptions) {
  return once(`number ${locale} ${JSON.stringify(options)}`, () => {
    return new Intl.NumberFormat(locale, options)
  })
}

function pluralRules(locale: string) {
  return once(`plural ${locale}`, () => new Intl.PluralRules(locale))
}

const numbers = [
  ...['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'],
  ...['nineteen', 'twenty'],
]

/** "nine"; in figures past twenty. */
export function numberWord(count: number, locale = 'en-US'): string {
  return numbers[count] ?? formatNumber(count, locale)
}

/** A sentence's beginning made of words that stand elsewhere in it. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The same words within a sentence. */
export function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
