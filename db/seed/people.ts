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
  aroha: {
    name: 'Aroha Ngata',
    email: 'aroha@quillandcompass.example',
    story:
      'Owner of Quill & Compass and of Ferryman’s Table, which has just renewed its certificate.',
  },
  tomasz: {
    name: 'Tomasz Wójcik',
    email: 'tomasz@brassthimble.example',
    story: 'Owner of Brass Thimble, with a renewal begun, and of The Tin Whistle, being refreshed.',
  },
  malik: {
    name: 'Malik Johnson',
    email: 'malik@ladderandline.example',
    story:
      'Owner of The Ladder & Line and Salt & Sextant: a class is due, and four people are new.',
  },
  thao: {
    name: 'Phạm Thu Thảo',
    email: 'thao@netmakersrest.example',
    story: 'Owner of Netmaker’s Rest, being refreshed, and Pelican Yard, whose term has ended.',
  },
  eamon: {
    name: 'Eamon Doyle',
    email: 'eamon@pelicanyard.example',
    story: 'Manager of Pelican Yard and Netmaker’s Rest. He keeps both staff lists.',
  },
  ifeoma: {
    name: 'Ifeoma Eze',
    email: 'ifeoma@millrace.example',
    story: 'Owner of Millrace Tavern, still exploring. She also reads the figures of Old Mill.',
  },
  sergio: {
    name: 'Sergio Bianchi',
    email: 'sergio@weirhouse.example',
    story: 'Owner of Weir House, resting for a new kitchen, and The Grindstone, now a bakery.',
  },
  hana: {
    name: 'Hana Sato',
    email: 'hana@brambleandbee.example',
    story:
      'Owner of Bramble & Bee, where a second letter lies unopened, and of Towpath Commons, paused.',
  },
  amina: {
    name: 'Amina Warsame',
    email: 'amina@ninebells.example',
    story: 'Owner of Nine Bells Noodle House, accredited, and Saffron Stall, which waits to hear.',
  },
  luka: {
    name: 'Luka Petrović',
    email: 'luka@quincecorner.example',
    story: 'Owner of Quince Corner, which stepped away and is welcome back at any time.',
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
    story:
      'Liaison for Old Mill, and for two districts of the license list where nobody has joined.',
  },
  malia: {
    name: 'Malia Kealoha',
    title: 'Officer',
    email: 'malia.kealoha@police.example',
    story: 'Liaison for Market Row. One first read has waited longer than the program promises.',
  },
  daniel: {
    name: 'Daniel Osei',
    email: 'daniel.osei@lamplight.example',
    story: 'Coordinator of the program: license list, districts, letters, and who may join.',
  },
  keisha: {
    name: 'Keisha Monroe',
    email: 'keisha.monroe@lamplight.example',
    story: 'Coordinator of the program: loading zones, classes, and mail that came back.',
  },
  henrik: {
    name: 'Henrik Dahl',
    email: 'henrik.dahl@fire.example',
    story: 'Partner for fire safety: he walks exits with venues that ask him to.',
  },
  priyanka: {
    name: 'Priyanka Rao',
    email: 'priyanka.rao@health.example',
    story: 'Partner from the health department: she teaches CPR and overdose response.',
  },
  odalys: {
    name: 'Odalys Ferrer',
    email: 'odalys@advocates.example',
    story: 'Partner from the advocate center: she leads the classes in stepping in.',
  },
  ruth: {
    name: 'Ruth Feldman',
    email: 'ruth@harborstreetpartnership.example',
    story:
      'District viewer: she takes the figures of Harbor Street to the board of its partnership.',
  },
  jonah: {
    name: 'Jonah Adler',
    email: 'jonah@twomilesalliance.example',
    story: 'District viewer of Old Mill and Market Row, where most counts are still under five.',
  },
} as const satisfies Record<string, CastMember>

export type PersonKey = keyof typeof cast

/** What is told of a person of the cast, and their place in it, by their address. */
export const castByEmail: ReadonlyMap<string, { story: string; order: number }> = new Map(
  Object.values(cast).map(({ email, story }, order) => [email, { story, order }]),
)
