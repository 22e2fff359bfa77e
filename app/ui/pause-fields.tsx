import { DateField, TextArea } from './fields'

/** Why a venue pauses, and when it wants to be asked again: both its own choice. */
export function PauseFields() {
  return (
    <>
      <TextArea
        name="words"
        label="Why you pause"
        hint="A note to your own team. Your liaison does not read it, and it is gone once you pick up again."
        limit={500}
        rows={3}
        optional
      />
      <DateField
        name="askAgainOn"
        label="Ask us again on"
        hint="On that day we send one email to the owners and managers of your venue. We do not ask a second time."
        optional
      />
    </>
  )
}
