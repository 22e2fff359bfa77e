/** A time of day as somebody types it ("21:00", "9 PM", "9:30 pm", "midnight") as "21:00", or null. */
export function readTime(text: string): string | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s.]+/g, '')
  if (plain === 'midnight') return '00:00'
  if (plain === 'noon') return '12:00'
  const found = /^(\d{1,2})(?::(\d{2}))?(?::00)?(am|pm)?$/.exec(plain)
  if (!found) return null
  const [, hours = '', minutes, half] = found
  // "9" alone could be morning or evening.
  if (minutes === undefined && half === undefined) return null
  const hour = Number(hours)
  const minute = Number(minutes ?? 0)
  if (minute > 59 || (half ? hour < 1 || hour > 12 : hour > 23)) return null
  const full = half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour
  return `${String(full).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
