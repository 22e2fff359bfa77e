/** The parts a message is made of. HTML and text are drawn from the same parts, so they cannot differ. */
export type Block =
  | { kind: 'heading'; words: string }
  | { kind: 'words'; words: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'facts'; rows: { term: string; detail: string }[] }
  | { kind: 'code'; code: string }
  | { kind: 'strength'; about: string; words: string; quote: string | null }
  | { kind: 'question'; about: string; words: string }
  | { kind: 'step'; about: string; words: string; rows: { term: string; detail: string }[] }
  | { kind: 'law'; about: string; words: string; rows: { term: string; detail: string }[] }
  | { kind: 'button'; label: string; url: string }

export type Message = {
  subject: string
  /** What a mail program shows beside the subject. */
  preview: string
  blocks: Block[]
  /** Who can help, in the words of this message. */
  help: string
}

/** What a message needs to know of the program that sends it. */
export type EmailProgram = {
  name: string
  place: string
  issuer: string
  contactEmail: string
  contactPhone: string
  emergencyNumber: string
  advocateLine: { name: string; phone: string }
}

export type Surroundings = {
  /** The whole address of a path of the portal. */
  url: (path: string) => string
  program: EmailProgram
}

/** One email: facts in, a message out. */
export type Email<Facts> = (facts: Facts, around: Surroundings) => Message

export function callOrWrite({ contactPhone, contactEmail }: EmailProgram): string {
  return `Call ${contactPhone} or write to ${contactEmail}; a person answers.`
}
