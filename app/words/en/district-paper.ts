import { formatNumber } from './format'

/** What the printed page of a district says around its figures. */
export const districtPaper = {
  title: (district: string) => `How ${district} is doing`,
  asOf: ({ program, issuer, day }: { program: string; issuer: string; day: string }) =>
    `${program}, ${issuer}. As of ${day}.`,
  subject: (day: string) => `District status as of ${day}`,
  well: 'What goes well',
  stand: 'Where venues stand',
  training: 'Training',
  trend: 'Accredited at the end of each month',
  zones: 'Loading zones',
  zone: (zone: { name: string; hours: string; told: string; acknowledged: string }) =>
    `${zone.name} (${zone.hours}). Venues told: ${zone.told}. Door staff know: ${zone.acknowledged}.`,
  /** A heading above a list that is cut: "Loading zones, 4 of 12". */
  some: (heading: string, shown: number, all: number, locale = 'en-US') =>
    shown === all
      ? heading
      : `${heading}, ${formatNumber(shown, locale)} of ${formatNumber(all, locale)}`,
  classes: 'Classes to come',
  class: ({ title, when, place }: { title: string; when: string; place: string }) =>
    `${title}: ${when}, ${place}.`,
  venues: 'Accredited venues',
  none: 'None yet.',
  more: (count: number, locale = 'en-US') => `and ${formatNumber(count, locale)} more on the page`,
  evenMore: 'and more on the page',
  counted: 'How this is counted',
  definition: (name: string, definition: string) => `${name}: ${definition}`,
} as const
