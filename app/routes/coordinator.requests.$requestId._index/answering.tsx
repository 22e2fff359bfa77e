import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { type Choice, Select, TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'

type AnsweringProps = {
  page: {
    id: string
    person: string
    venue: string
    phone: string | null
    district: string | null
    districts: Choice[]
    letter: boolean
  }
  answer: FormAnswer | undefined
}

/** The three answers to a request: a call, a letter, or setting it aside. */
export function Answering({ page, answer }: AnsweringProps) {
  const { id, person, venue, phone, district, districts, letter } = page
  return (
    <>
      <section className="section flow">
        <h2>By phone</h2>
        <p>
          Look the number up where the public finds it: at the door, on the venue’s own site, or in
          a directory. A number from the request proves nothing. Ask whoever answers if {person}{' '}
          belongs to {venue}.
        </p>
        <Form answer={answer} label="Confirm by phone">
          <TextField
            name="phone"
            type="tel"
            label="The number that you called"
            inputMode="tel"
            width="m"
            defaultValue={phone ?? ''}
          />
          {district ? null : (
            <Select
              name="district"
              label="District of the venue"
              hint="The venue has none yet. Its liaisons are the ones of its district."
              prompt="Choose a district"
              choices={districts}
            />
          )}
          <Button look="go" pending="Confirming…">
            {`Confirm ${person}`}
          </Button>
        </Form>
      </section>
      <section className="section flow">
        <h2>By letter</h2>
        <p>
          A letter to the venue’s address brings a code. When {person} types it, they are confirmed
          without a call.
        </p>
        <ButtonLink to={paths.joinLetter(id)}>
          {letter ? 'Print the letter again' : 'Write a letter'}
        </ButtonLink>
      </section>
      <section className="section flow">
        <h2>Not now</h2>
        <p>
          If neither works, set the request aside with a kind reason. They can ask again at any
          time.
        </p>
        <ButtonLink to={paths.setAsideRequest(id)}>Set it aside</ButtonLink>
      </section>
    </>
  )
}
