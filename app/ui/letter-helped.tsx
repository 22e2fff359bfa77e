import { helpedWords } from '~/words/en/feedback'
import { Button } from './button'
import { Form, type FormAnswer } from './form'

type LetterHelpedProps = {
  /** What the reader said before, if anything. */
  helped: 'yes' | 'no' | null
  action: string
  answer?: FormAnswer | undefined
}

/** Two buttons under a letter that was read: whether it helped. Once it is said, the other one stays. */
export function LetterHelped({ helped, action, answer }: LetterHelpedProps) {
  const { ask, choices, thanks, change, who } = helpedWords
  const others = (['yes', 'no'] as const).filter((value) => value !== helped)
  return (
    <section className="flow no-print" id="helped">
      <p>
        <b>{helped ? thanks[helped] : ask}</b>
      </p>
      <Form action={action} answer={answer} label={ask} className="actions inline">
        {others.map((value) => (
          <Button key={value} small={helped !== null} name="helped" value={value}>
            {helped ? change[value] : choices[value]}
          </Button>
        ))}
      </Form>
      <p className="soft">
        <small>{who}</small>
      </p>
    </section>
  )
}
