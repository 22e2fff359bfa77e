/** Whom it waits for: a liaison who reads, whoever issues the certificate, or a venue that has its letter. */
export const waitingViews = ['liaison', 'certificate', 'venue'] as const
export type WaitingView = (typeof waitingViews)[number]
