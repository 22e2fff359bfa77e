import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form } from '~/ui/form'

/** Stands in for a person who was taken off the list, with the way back. */
export function RemovedPerson(person: { venueId: string; staffId: string; name: string }) {
  const { venueId, staffId, name } = person
  return (
    <>
      <h1>{name} is off your list</h1>
      <p>Nobody counts them now. Their trainings are kept with them, in case you put them back.</p>
      <Form action={paths.restoreStaff(venueId, staffId)}>
        <div className="actions">
          <Button look="go">Put back on the list</Button>
          <ButtonLink to={paths.team(venueId)}>Back to the team</ButtonLink>
        </div>
      </Form>
    </>
  )
}
