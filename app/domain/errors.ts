/** What a person asked for is absent, or not theirs to see. Both answer alike. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** The person may see it but may not do this; the message is the reason, fit to show. */
export class NotPermitted extends Error {
  override name = 'NotPermitted'
}

/** The person may do this once they have proved again who they are. */
export class ProofNeeded extends Error {
  override name = 'ProofNeeded'
}

/** Done too often of late; the message says when it works again. */
export class TooMany extends Error {
  override name = 'TooMany'
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message)
  }
}

/** This server has its hands full for a moment; the message is fit to show. */
export class Busy extends Error {
  override name = 'Busy'
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message)
  }
}

/** Somebody else was first. The message says who and when; `theirs` is what stands now, so that both texts are kept. */
export class Conflict extends Error {
  override name = 'Conflict'
  constructor(
    message: string,
    readonly theirs?: Readonly<Record<string, string>>,
  ) {
    super(message)
  }
}

/** Input that a rule of the program refuses; sentences by field name, '' for the form as a whole. */
export class Invalid extends Error {
  override name = 'Invalid'
  constructor(readonly fields: Readonly<Record<string, string>>) {
    super(Object.values(fields).join(' '))
  }
}
