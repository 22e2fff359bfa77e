import { eq } from 'drizzle-orm'
import { announceClass } from '~/domain/training/announce-class.server'
import type { NewClass } from '~/domain/training/class-forms'
import { districts } from '../schema'
import type { Calendar } from './calendar'
import type { StoryDistrict } from './story'
import { type Act, contextOf } from './world'

type ClassStory = Omit<NewClass, 'day' | 'district'> & {
  announcedOn: number
  on: number
  district: StoryDistrict
}

const advocates = {
  trainingType: 'sexual-assault-intervention',
  host: 'Demo City advocate center',
  signUp: 'Ask your liaison, or call the advocate center at (202) 555-0142.',
}

const classStories: ClassStory[] = [
  {
    ...advocates,
    title: 'Stepping in, the full class',
    ...{ announcedOn: -52, on: -28, district: 'Harbor Street' },
    ...{ starts: '13:00', ends: '17:00', place: 'Old Ferry House, upper room', seats: 24 },
    words: 'Four hours with practice in pairs. The program pays the fee.',
  },
  {
    ...advocates,
    title: 'Stepping in, the full class',
    ...{ announcedOn: -7, on: 9, district: 'Harbor Street' },
    ...{ starts: '13:00', ends: '17:00', place: 'Old Ferry House, upper room', seats: 24 },
    words: 'Four hours with practice in pairs. Those whose year has run out are welcome too.',
  },
  {
    ...advocates,
    title: 'Stepping in, in Old Mill',
    ...{ announcedOn: -13, on: 16, district: 'Old Mill' },
    ...{ starts: '10:00', ends: '14:00', place: 'Weir House, first floor', seats: 14 },
    words: 'The kitchen there is being rebuilt, so please bring something for the break.',
  },
]

/** The classes that the coordinator announced: one is over, two are to come. */
export function classActs({ moment, day }: Calendar): Act[] {
  return classStories.map(({ announcedOn, on, district: name, ...told }): Act => {
    const at = moment(announcedOn, 10 * 60 + 45)
    return {
      at,
      async perform(world) {
        const [district] = await world.db
          .select({ id: districts.id })
          .from(districts)
          .where(eq(districts.name, name))
        const typed = { ...told, day: day(on), district: district?.id ?? '' }
        await announceClass(await contextOf(world, 'keisha', at), typed)
      },
    }
  })
}
