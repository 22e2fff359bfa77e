import type { ReactNode } from 'react'
import { LawItem, Letter, NextStep, Question } from './letter'

type Part = { id: string; title: string; words: string }

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
}

type LetterBodyProps = {
  letter: LetterWords
  /** What stands under a step: the venue's answers, or where it stands. */
  underStep?: (step: LetterStep) => ReactNode
  /** What stands at the foot of a question or a step: whether it is settled. */
  footOf?: (part: Part) => ReactNode
}

/** A whole response as its reader meets it: strengths are the body, steps an invitation, law set apart. */
export function LetterBody({ letter, underStep, footOf }: LetterBodyProps) {
  return (
    <Letter from={letter.from} date={letter.date} opening={letter.opening} closing={letter.closing}>
      {letter.strengths.map(({ id, title, words, helps, quote, source }) => (
        <section className="strength" key={id}>
          <h3>What you already do well: {title}</h3>
          <p>{[words, helps].filter(Boolean).join(' ')}</p>
          {quote ? (
            <blockquote>
              <p>“{quote}”</p>
            </blockquote>
          ) : null}
          {source ? (
            <p className="soft">
              <small>Seen in: {source}</small>
            </p>
          ) : null}
        </section>
      ))}
      {letter.otherWays.map(({ id, title, words }) => (
        <section className="strength" key={id}>
          <h3>Your own way, agreed: {title}</h3>
          <p>{words}</p>
        </section>
      ))}
      {letter.questions.map((question) => (
        <Question key={question.id} foot={footOf?.(question)}>
          {question.words}
        </Question>
      ))}
      {letter.steps.map((step, index) => (
        <NextStep
          key={step.id}
          title={index === 0 ? 'One step we could take together' : 'Another step, if it suits you'}
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
          <h3>Everything is in place</h3>
          <p>Nothing is left for you to do. Your liaison now finishes your certificate.</p>
        </section>
      ) : null}
      {letter.standings.length > 0 ? (
        <section>
          <h3>How each part stands</h3>
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

export function StepWords({ step }: { step: Omit<LetterStep, 'quote'> & { quote?: string } }) {
  return (
    <>
      <p className="soft">{step.title}</p>
      {step.quote ? (
        <blockquote>
          <p>“{step.quote}”</p>
        </blockquote>
      ) : null}
      <p>{step.words}</p>
      {step.why ? (
        <p>
          <b>Why it helps:</b> {step.why}
        </p>
      ) : null}
      {step.help ? (
        <p>
          <b>Who can help:</b> {step.help}
        </p>
      ) : null}
      {step.proposedOn ? (
        <p>
          <b>A date that might suit:</b> {step.proposedOn}
        </p>
      ) : null}
    </>
  )
}
