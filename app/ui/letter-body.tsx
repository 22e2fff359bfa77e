import type { ReactNode } from 'react'
import { letterWords as says } from '~/words/en/letter'
import { LawItem, Letter, NextStep, Question } from './letter'

/** `by` names another reviewer whose part it is. */
type Part = { id: string; title: string; words: string; by: string }

export type LetterStep = Part & {
  why: string
  help: string
  proposedOn: string
  law: string
  quote: string
}

export type LetterWords = {
  from: string
  date: string
  opening: string
  strengths: (Part & { helps: string; quote: string; source: string })[]
  otherWays: Part[]
  questions: Part[]
  steps: LetterStep[]
  lawSteps: LetterStep[]
  standings: { title: string; words: string }[]
  closing: string
  ready: boolean
  part: string
}

export type LetterCall = { from: string; liaison: string; phone: string; email: string }

type LetterBodyProps = {
  letter: LetterWords
  /** Whom the venue can talk to about it; a letter that is still written has none yet. */
  call?: LetterCall
  /** What stands under a step: the venue's answers, or where it stands. */
  underStep?: (step: LetterStep) => ReactNode
  /** What stands at the foot of a question or a step: whether it is settled. */
  footOf?: (part: Part) => ReactNode
}

/** A whole response as its reader meets it: strengths are the body, steps an invitation, law set apart. */
export function LetterBody({ letter, call, underStep, footOf }: LetterBodyProps) {
  return (
    <Letter {...letter} foot={call ? <WhoToCall call={call} /> : null}>
      {letter.strengths.map(({ id, title, words, by, helps, quote, source }) => (
        <section className="strength" key={id}>
          <h3>{says.strength(title)}</h3>
          <p>{[words, helps].filter(Boolean).join(' ')}</p>
          <By name={by} />
          {quote ? (
            <blockquote>
              <p>{says.quote(quote)}</p>
            </blockquote>
          ) : null}
          {source ? (
            <p className="soft">
              <small>{says.seenIn(source)}</small>
            </p>
          ) : null}
        </section>
      ))}
      {letter.otherWays.map(({ id, title, words }) => (
        <section className="strength" key={id}>
          <h3>{says.otherWay(title)}</h3>
          <p>{words}</p>
        </section>
      ))}
      {letter.questions.map((question) => (
        <Question
          key={question.id}
          foot={
            <>
              <By name={question.by} />
              {footOf?.(question)}
            </>
          }
        >
          {question.words}
        </Question>
      ))}
      {letter.steps.map((step, index) => (
        <NextStep
          key={step.id}
          title={says.step(index)}
          actions={underStep?.(step)}
          foot={footOf?.(step)}
        >
          <StepWords step={step} />
        </NextStep>
      ))}
      {letter.lawSteps.map((step) => (
        <LawItem key={step.id} source={step.law} actions={underStep?.(step)} foot={footOf?.(step)}>
          <StepWords step={step} />
        </LawItem>
      ))}
      {letter.ready ? (
        <section className="strength">
          <h3>{says.ready}</h3>
          <p>{says.readyNext}</p>
        </section>
      ) : null}
      {letter.standings.length > 0 ? (
        <section>
          <h3>{says.standings}</h3>
          <ul>
            {letter.standings.map(({ title, words }) => (
              <li key={title}>
                {title}: <b>{words}</b>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Letter>
  )
}

function WhoToCall({ call }: { call: LetterCall }) {
  return (
    <section className="call" id="who-to-call">
      <h3>{says.call}</h3>
      <p>{says.whoHelps(call)}</p>
      <p>
        Call <a href={`tel:${call.phone.replace(/[^\d+]/g, '')}`}>{call.phone}</a> or write to{' '}
        <a href={`mailto:${call.email}`}>{call.email}</a>; a person answers and brings you together.
      </p>
    </section>
  )
}

/** Whose words they are, where another reviewer wrote them. */
function By({ name = '' }: { name?: string | undefined }) {
  if (!name) return null
  return (
    <p className="soft">
      <small>{says.writtenBy(name)}</small>
    </p>
  )
}

type StepToRead = Omit<LetterStep, 'quote' | 'by'> & { quote?: string; by?: string }

export function StepWords({ step }: { step: StepToRead }) {
  return (
    <>
      <p className="soft">{step.title}</p>
      {step.quote ? (
        <blockquote>
          <p>{says.quote(step.quote)}</p>
        </blockquote>
      ) : null}
      <p>{step.words}</p>
      <By name={step.by} />
      {step.why ? (
        <p>
          <b>{says.why}:</b> {step.why}
        </p>
      ) : null}
      {step.help ? (
        <p>
          <b>{says.help}:</b> {step.help}
        </p>
      ) : null}
      {step.proposedOn ? (
        <p>
          <b>{says.date}:</b> {step.proposedOn}
        </p>
      ) : null}
    </>
  )
}
