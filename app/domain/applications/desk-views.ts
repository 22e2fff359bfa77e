/** What a desk can show: what waits for a first read, what is ready, what is with the venues, and the rest. */
export const deskViews = ['waiting', 'ready', 'with_venue', 'resting'] as const
export type DeskView = (typeof deskViews)[number]
