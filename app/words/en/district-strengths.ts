import { listOf } from './format'

/** Sentences on what goes well in a district. Each is said only where it is so. */
export const districtStrengths = {
  accredited: (venues: string) => `${venues} venues hold a certificate that counts today.`,
  named: (names: readonly string[]) =>
    names.length === 1
      ? `${names[0]} holds a certificate that counts today.`
      : `${listOf(names)} hold certificates that count today.`,
  trained: (share: string) =>
    `${share} who work with guests are current in sexual-assault intervention training.`,
  talking: (venues: string) => `${venues} venues are on their way by their own choice.`,
  zones: (names: readonly string[]) =>
    names.length === 1
      ? `Guests find their ride home at one marked place: ${names[0]}.`
      : `Guests find their ride home at marked places: ${listOf(names)}.`,
  classes: (title: string, when: string) => `A class is coming: ${title}, ${when}.`,
  beginning: (district: string) =>
    `Taking part is each venue’s own choice. The first certificates of ${district} will be told of here.`,
} as const
