import { seenMarkWords } from '~/words/en/feedback'
import { Button } from './button'
import { Form, type FormAnswer } from './form'

type SeenMarksProps = {
  tells: boolean
  /** Whoever speaks for the venue changes it. */
  mayChange: boolean
  action: string
  answer?: FormAnswer | undefined
}

/** Whether the liaison is told that a letter was read, and the button that turns it off or on. */
export function SeenMarks({ tells, mayChange, action, answer }: SeenMarksProps) {
  const { title, told, untold, stop, tell } = seenMarkWords
  return (
    <>
      <p>{tells ? told : untold}</p>
      {mayChange ? (
        <Form action={action} answer={answer} label={title} className="actions">
          <Button name="tell" value={tells ? 'no' : 'yes'} pending="Saving…">
            {tells ? stop : tell}
          </Button>
        </Form>
      ) : (
        <p className="soft">An owner or a manager of the venue can change this.</p>
      )}
    </>
  )
}
