import { DateField, TextField } from './fields'

/** What a card says: its dates and its number. */
export function RecordFields() {
  return (
    <>
      <DateField name="completedOn" label="Completed on" />
      <DateField
        name="printedExpiry"
        label="Valid until"
        hint="Only if a date is printed on the card. Otherwise the program counts it."
        optional
      />
      <TextField
        name="certificateNumber"
        label="Certificate number"
        width="m"
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        optional
      />
    </>
  )
}
