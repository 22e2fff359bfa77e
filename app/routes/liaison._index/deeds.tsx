import { Button, ButtonLink } from '~/ui/button'
import { Form } from '~/ui/form'
import type { Row } from './route'

/** What can be done about a venue without opening its page first. */
export function Deeds({ venue, response, readFirst, takeOn, assign }: Row) {
  if (!response && !readFirst && !takeOn && !assign) return null
  return (
    <>
      {response ? (
        <ButtonLink to={response.to} small about={`to ${venue}`}>
          {response.begun ? 'Go on with the response' : 'Begin a response'}
        </ButtonLink>
      ) : null}
      {readFirst ? (
        <ButtonLink to={readFirst} small about={`to ${venue}`}>
          Read the draft first
        </ButtonLink>
      ) : null}
      {takeOn ? (
        <Form action={takeOn} label={`Take on ${venue}`} className="inline">
          <Button small pending="Taking it on…" about={venue}>
            Take it on
          </Button>
        </Form>
      ) : null}
      {assign ? (
        <ButtonLink to={assign} small about={venue}>
          Hand to a colleague
        </ButtonLink>
      ) : null}
    </>
  )
}
