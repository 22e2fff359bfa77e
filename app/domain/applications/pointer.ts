/** Whether a pointer into a policy names a page of its file; sections are named by words. */
export function isPage(pointer: string): boolean {
  return /^\d{1,4}$/.test(pointer)
}
