import { z } from 'zod/mini'

/** For how long a name can be shown, in hours. */
export const showingHours = { '24h': 24, '3d': 72, '7d': 168 } as const

export type ShowingLength = keyof typeof showingHours

export const showingLengths = ['24h', '3d', '7d'] as const satisfies readonly ShowingLength[]

export const ShowNameForm = z.object({
  lasts: z.enum(showingLengths, 'Choose for how long the name is shown.'),
})

/** When a name that is shown now is hidden again by itself. */
export function shownUntil(now: Date, lasts: ShowingLength): Date {
  return new Date(now.getTime() + showingHours[lasts] * 3_600_000)
}
