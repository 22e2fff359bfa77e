import { answerHelpful } from '~/domain/contacts/answer-helpful.server'
import { logContact } from '~/domain/contacts/log-contact.server'
import type { ContactId } from '~/domain/ids'
import type { ContactKind, ContactSide, HelpfulAnswer } from '~db/vocabulary'
import type { Calendar } from './calendar'
import type { PersonKey } from './people'
import { type Act, contextOf, known } from './world'

type ContactStory = {
  venue: string
  on: number
  by: PersonKey
  as: ContactSide
  kind: ContactKind
  begunBy: ContactSide
  topic: string
  enforcement?: boolean
  /** What the venue said of it, the day after. */
  said?: { by: PersonKey; helpful: HelpfulAnswer }
}

const lanternRoom = 'the-lantern-room'
const foghornHall = 'foghorn-hall'

const contactStories: ContactStory[] = [
  {
    ...{ venue: lanternRoom, on: -34, by: 'dana', as: 'program', kind: 'walk_in' },
    ...{ begunBy: 'program', topic: 'What the program is, and what it is not' },
    said: { by: 'marta', helpful: 'yes' },
  },
  {
    ...{ venue: lanternRoom, on: -15, by: 'jose', as: 'venue', kind: 'message' },
    ...{ begunBy: 'venue', topic: 'Which ID guidebook to keep at the door' },
  },
  {
    ...{ venue: lanternRoom, on: -3, by: 'dana', as: 'program', kind: 'call' },
    ...{ begunBy: 'program', topic: '' },
  },
  {
    ...{ venue: foghornHall, on: -40, by: 'dana', as: 'program', kind: 'event' },
    ...{ begunBy: 'venue', topic: 'Load-out night for new crew' },
    said: { by: 'devon', helpful: 'yes' },
  },
  {
    ...{ venue: foghornHall, on: -12, by: 'dana', as: 'program', kind: 'walk_in' },
    ...{ begunBy: 'program', topic: 'Trucks in the fire lane', enforcement: true },
    said: { by: 'devon', helpful: 'no' },
  },
]

/** When liaisons and venues met, and what the venues said of it. */
export function contactActs({ moment, day }: Calendar): Act[] {
  return contactStories.flatMap(({ venue, on, by, as, said, ...told }): Act[] => {
    const at = moment(on, 16 * 60 + 40)
    const saidAt = moment(on + 1, 11 * 60 + 5)
    let id: ContactId | null = null
    const writing: Act = {
      at,
      async perform(world) {
        const typed = { enforcement: false, ...told, happenedOn: day(on) }
        id = await logContact(await contextOf(world, by, at), as, known(world.venues, venue), typed)
      },
    }
    const answering: Act = {
      at: saidAt,
      async perform(world) {
        if (!said || !id) return
        const ctx = await contextOf(world, said.by, saidAt)
        await answerHelpful(ctx, known(world.venues, venue), id, said.helpful)
      },
    }
    return [writing, answering]
  })
}
