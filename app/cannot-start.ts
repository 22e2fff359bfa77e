/** What a person can put right themselves; the message is one sentence that says what to change. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}
