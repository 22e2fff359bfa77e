import { sendDueReminders } from '~/domain/reminders/send-due-reminders.server'
import { refreshStandings } from '~/domain/standings/refresh-standings.server'
import { tellVenuesOfZones } from '~/domain/zones/tell-zones.server'
import type { Calendar } from './calendar'
import type { Act } from './world'

/** Days on which the clock had something to do, and some on which it only looked. */
const days = [-120, -88, -60, -51, -40, -30, -24, -18, -12, -9, -5, -3, -2, -1]

/** What the clock did by itself while the story went on. */
export function clockActs({ moment }: Calendar): Act[] {
  return days.map((on): Act => {
    const at = moment(on, 9 * 60)
    return {
      at,
      async perform({ db }) {
        await tellVenuesOfZones(db, at)
        await refreshStandings(db, at)
        await sendDueReminders(db, at)
      },
    }
  })
}
