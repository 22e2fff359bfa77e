import { type Choice, DateField, Select, TextArea, TextField, TimeField } from './fields'

/** The fields of a class, for announcing one and for changing it. */
export function ClassFields({
  trainings,
  districts,
}: {
  trainings: Choice[]
  districts: Choice[]
}) {
  return (
    <>
      <TextField
        name="title"
        notice="in form"
        label="Title"
        hint="As people will look for it, such as “Stepping in safely, one evening”."
        maxLength={120}
        autoComplete="off"
      />
      <Select
        name="trainingType"
        label="Training that it gives"
        hint="Venues then read what the class would change for their own team."
        prompt="None: it is a talk or a meeting"
        choices={trainings}
      />
      <Select name="district" label="For venues of" prompt="Every district" choices={districts} />
      <DateField name="day" label="Date" />
      <TimeField name="starts" label="Begins" hint="In the program’s own time zone." />
      <TimeField
        name="ends"
        label="Ends"
        hint="On the same day. Announce a class that runs past midnight as two."
      />
      <TextField
        name="place"
        label="Where"
        hint="The room and the street."
        maxLength={200}
        autoComplete="off"
      />
      <TextField name="host" label="Who gives it" maxLength={120} autoComplete="off" />
      <TextField
        name="seats"
        label="Seats"
        hint="Leave it empty where there is room for everybody."
        inputMode="numeric"
        width="s"
        optional
      />
      <TextField
        name="signUp"
        notice="in form"
        label="How to sign up"
        hint="A phone number, an address or a page. Lamplight takes no bookings."
        maxLength={300}
        autoComplete="off"
      />
      <TextArea
        name="words"
        notice="in form"
        label="What people should know"
        hint="What to bring, who it suits, how long it counts."
        limit={1000}
        optional
      />
    </>
  )
}
