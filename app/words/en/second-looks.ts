/** How a second look stands, for both sides. */
export const lookWords = {
  waits: 'A coordinator now finds somebody who was not involved.',
  given: (name: string, since: string) => `${name} has been looking at it since ${since}.`,
  answered: (name: string, on: string) => `${name} answered on ${on}.`,
  withdrawn: (on: string) => `The venue took the question back on ${on}.`,
  asked: (name: string, on: string) => `Asked by ${name} on ${on}.`,
} as const
