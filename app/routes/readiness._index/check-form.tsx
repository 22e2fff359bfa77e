import {
  type ReadinessQuestion,
  readinessAnswers,
  securityQuestion,
} from '~/domain/standards/readiness'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { readinessAnswerNames } from '~/words/en/readiness'

type Question = Omit<ReadinessQuestion, 'asks'> & { number: number }
type Answers = Readonly<Record<string, string>>

export type CheckFormProps = {
  areas: { area: string; title: string; questions: Question[] }[]
  count: number
  answers: Answers
}

/** The questions by area, as a plain form. What is skipped is skipped by the style sheet alone. */
export function CheckForm({ areas, count, answers }: CheckFormProps) {
  return (
    <form method="post" action={paths.readiness()} className="check flow">
      <Ask
        id={securityQuestion.id}
        kicker="First, one thing"
        words={securityQuestion.words}
        hint="If not, one question less is asked."
        choices={securityQuestion.answers}
        answers={answers}
      />
      {areas.map(({ area, title, questions }) =>
        questions.length > 0 ? (
          <section key={area} className="flow" aria-labelledby={`area-${area}`}>
            <h2 id={`area-${area}`}>{title}</h2>
            {questions.map(({ id, number, words, hint, onlyIf }) => (
              <div key={id} className={onlyIf ? 'if-security' : undefined}>
                <Ask
                  id={id}
                  counted
                  kicker={`Question ${number} of ${count}`}
                  words={words}
                  hint={onlyIf ? `${hint} Without security staff, leave this one out.` : hint}
                  choices={readinessAnswers}
                  answers={answers}
                />
              </div>
            ))}
          </section>
        ) : null,
      )}
      <div className="check-end">
        <p className="answered soft" />
        <Button look="go">Show my picture</Button>
      </div>
    </form>
  )
}

type AskProps = {
  id: string
  kicker: string
  words: string
  hint: string
  choices: readonly string[]
  answers: Answers
  counted?: boolean
}

function Ask({ id, kicker, words, hint, choices, answers, counted }: AskProps) {
  return (
    <fieldset className={counted ? 'ask counted' : 'ask'} aria-describedby={`${id}-hint`}>
      <legend>
        <span className="kicker">{kicker}</span> {words}
      </legend>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <div className="answers">
        {choices.map((choice) => (
          <label key={choice} className="answer">
            <input type="radio" name={id} value={choice} defaultChecked={answers[id] === choice} />
            {readinessAnswerNames[choice]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
