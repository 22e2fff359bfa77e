import { Button } from '~/ui/button'
import { TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'

/** A link to a new sign-in asks for the word that was told: the mail alone opens nothing. */
export function TypeWord({ answer }: { answer: FormAnswer | undefined }) {
  return (
    <>
      <h1>Type the word that you were told</h1>
      <p className="lead">
        Whoever invited you, or reset your sign-in, tells it to you by phone or in person. If nobody
        has yet, call them. If you did not expect a new sign-in, call them now.
      </p>
      <Form document answer={answer} label="Type the word">
        <TextField
          name="word"
          label="The word"
          hint="Two words and two digits, like amber-lantern-42. You have five tries."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button look="go" pending="Checking…">
          Go on
        </Button>
      </Form>
    </>
  )
}
