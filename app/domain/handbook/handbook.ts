import type { Block } from '~/words/markdown'
import type { Day } from '../dates'

export type HandbookFile = {
  name: string
  type: string
  /** What the file store knows its bytes by; null where they are not given out. */
  storageKey: string | null
  /** That the policy is this file, and where it is, where its pages do not follow. */
  said: string
}

export type HandbookPolicy = {
  title: string
  /** When it was last looked at, and when it will be again. */
  review: string
  sections: { heading: string; blocks: Block[] }[]
  file: HandbookFile | null
}

/** What goes on paper: one policy, or all of a venue in their order. */
export type Handbook = {
  venue: string
  program: string
  title: string
  day: Day
  /** Whether it is the whole handbook, with a page for its title. */
  whole: boolean
  /** Who made it, where that is not the venue with the program's help. */
  made?: string
  policies: HandbookPolicy[]
}

/** What its contents list: the policies of a handbook, or the sections of one policy that has enough of them. */
export function listedIn({ whole, policies }: Handbook): string[] {
  if (whole) return policies.map(({ title }) => title)
  const headings = policies.flatMap(({ sections }) => sections.map(({ heading }) => heading))
  return headings.length < 4 ? [] : headings
}

/** Hands over the bytes of a kept file, or null where they are gone. */
export type BytesOf = (storageKey: string) => Promise<Uint8Array | null>
