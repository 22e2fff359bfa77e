/** What stands where the name of somebody on a staff list stood, once it was removed for good. */
export const nameRemoved = 'Name removed'
