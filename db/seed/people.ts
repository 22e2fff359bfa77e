/** A person of the demo, all made up. Nobody of this name works anywhere of this name. */
export type CastMember = {
  name: string
  title?: string
  email: string
  /** Who they are, in one line, for whoever chooses whose eyes to look through. */
  story: string
}

/** The cast, in the order in which it is shown. */
export const cast = {
  marta: {
    name: 'Marta Castillo',
    email: 'marta@lanternroom.example',
    story: 'Owner of The Lantern Room. A letter from her liaison is here, with one step to answer.',
  },
  jose: {
    name: 'José Núñez',
    email: 'jose@lanternroom.example',
    story: 'Manager of The Lantern Room. He wrote most of its policies and keeps the staff list.',
  },
  leila: {
    name: 'Leila Farouk',
    email: 'leila@saltmarsh.example',
    story: 'Owner of Saltmarsh Kitchen & Bar. She shared four days ago and waits for a first read.',
  },
  hank: {
    name: 'Hank Olsen',
    email: 'hank@copperkettle.example',
    story: 'Owner of Copper Kettle Taproom. He has just begun, and nobody else sees his drafts.',
  },
  noor: {
    name: 'Noor Haddad',
    email: 'noor@ledgerandlime.example',
    story:
      'Helps two venues with their policies and lists: Copper Kettle Taproom and The Slow Tide.',
  },
  beatriz: {
    name: 'Beatriz Amaral',
    email: 'beatriz@slowtide.example',
    story: 'Owner of The Slow Tide. Everything is in place, and her certificate comes next.',
  },
  devon: {
    name: 'Devon Wright',
    email: 'devon@foghornhall.example',
    story: 'Owner of Foghorn Hall, accredited with distinction.',
  },
  grace: {
    name: 'Grace Kim',
    email: 'grace@anchorandoak.example',
    story: 'Owner of Anchor & Oak, accredited; the term ends in a few weeks.',
  },
  yusuf: {
    name: 'Yusuf Demir',
    email: 'yusuf@nightheron.example',
    story: 'Owner of Night Heron. His application rests while his counsel reads.',
  },
  wei: {
    name: 'Wei Zhang',
    email: 'wei@papermoon.example',
    story: 'Typed in Paper Moon Karaoke two days ago and waits for the coordinator’s call.',
  },
  dana: {
    name: 'Dana Whitfield',
    title: 'Sgt.',
    email: 'dana.whitfield@police.example',
    story:
      'Liaison for Harbor Street. One venue waits for its first read, one for its certificate.',
  },
  samir: {
    name: 'Samir Patel',
    title: 'Officer',
    email: 'samir.patel@police.example',
    story: 'Liaison for two other districts, where no venue has joined yet.',
  },
  daniel: {
    name: 'Daniel Osei',
    email: 'daniel.osei@lamplight.example',
    story: 'Coordinator of the program: license list, districts, letters, and who may join.',
  },
  ruth: {
    name: 'Ruth Feldman',
    email: 'ruth@harborstreetpartnership.example',
    story:
      'District viewer: she takes the figures of Harbor Street to the board of its partnership.',
  },
} as const satisfies Record<string, CastMember>

export type PersonKey = keyof typeof cast

/** What is told of a person of the cast, and their place in it, by their address. */
export const castByEmail: ReadonlyMap<string, { story: string; order: number }> = new Map(
  Object.values(cast).map(({ email, story }, order) => [email, { story, order }]),
)
