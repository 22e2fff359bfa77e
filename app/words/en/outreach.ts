import { countOf, formatDay } from './format'

export const outreachWords = {
  never: 'Never in touch yet',
  last: (day: string, days: number) =>
    days === 0
      ? 'Last in touch today'
      : `Last in touch ${countOf(days, 'day', 'days')} ago, on ${formatDay(day)}`,
} as const
