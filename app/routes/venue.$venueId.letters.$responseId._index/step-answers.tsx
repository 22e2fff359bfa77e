import type { LetterStep } from '~/domain/feedback/letter'
import type { LetterPage } from '~/domain/feedback/letter-page.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { HiddenField } from '~/ui/fields'
import { Form } from '~/ui/form'
import { LateAnswer, StepHistory } from '~/ui/letter-replies'

type StepAnswersProps = { step: LetterStep; page: LetterPage }

/** The four answers to a step. The date is taken with one tap; the others ask for a word more. */
export function StepAnswers({ step, page }: StepAnswersProps) {
  const given = page.answers.find(({ itemId }) => itemId === step.id)
  const to = (answer?: string) =>
    paths.answerStep(page.venueId, page.id, step.id, answer ? { answer } : {})
  if (!page.mayAnswer) return given?.standing ? <p>{given.standing}</p> : null
  if (given?.standing) {
    return (
      <div className="flow">
        <p>
          <b>{given.standing}</b>
        </p>
        <LateAnswer history={given.history} />
        <StepHistory history={given.history} />
        <ButtonLink to={to()} small about={step.title}>
          Change your answer
        </ButtonLink>
      </div>
    )
  }
  return (
    <>
      <Form action={to()} className="one-button" label={`${step.title}: the date works`}>
        <HiddenField name="answer" value="accepted" />
        <Button look="go" pending="Saving…">
          {step.proposedOn} works
        </Button>
      </Form>
      <ButtonLink to={to('other_date')} about={step.title}>
        Another date
      </ButtonLink>
      <ButtonLink to={to('already_done')} about={step.title}>
        We have this already
      </ButtonLink>
      <ButtonLink to={to('declined')} about={step.title}>
        Not for us
      </ButtonLink>
    </>
  )
}
