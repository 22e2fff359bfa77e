import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { earlyWords } from '~/words/en/feedback'
import { letterWords } from '~/words/en/letter'

type LetterProps = {
  from: string
  date: string
  opening: string
  closing: string
  /** The area of a letter that went out before the rest of its round; empty for the whole. */
  part?: string
  children: ReactNode
  /** What stands under the closing line. */
  foot?: ReactNode
}

/** A response as its reader meets it: a letter, with the strengths as its body. */
export function Letter({ from, date, opening, closing, part, children, foot }: LetterProps) {
  return (
    <article className="letter">
      <h2 className="sr">Letter from {from}</h2>
      <p className="from">
        {from} · {date}
      </p>
      {part ? <p className="soft">{earlyWords.about(part)}</p> : null}
      <p className="opening">{opening}</p>
      {children}
      <p className="closing">{closing}</p>
      {foot}
    </article>
  )
}

type StrengthProps = {
  children: ReactNode
  /** Whom it helps. */
  helps?: string | undefined
  quote?: string | undefined
  source?: { label: string; to?: string | undefined } | undefined
  heading?: string
}

export function Strength({ heading = 'What you already do well', ...props }: StrengthProps) {
  const { children, helps, quote, source } = props
  return (
    <section className="strength">
      <h3>{heading}</h3>
      <p>{children}</p>
      {helps ? <p className="helps">{helps}</p> : null}
      {quote ? (
        <blockquote>
          <p>“{quote}”</p>
        </blockquote>
      ) : null}
      {source ? (
        <p>{source.to ? <Link to={source.to}>{source.label}</Link> : source.label}</p>
      ) : null}
    </section>
  )
}

type QuestionProps = {
  children: ReactNode
  /** What stands under it. */
  foot?: ReactNode
}

export function Question({ children, foot }: QuestionProps) {
  return (
    <section className="question">
      <h3>{letterWords.question}</h3>
      <p>{children}</p>
      {foot}
    </section>
  )
}

type StepProps = {
  title?: string
  children: ReactNode
  /** Buttons: the date works, another date, already done, not for us. */
  actions?: ReactNode
  /** What stands under the buttons. */
  foot?: ReactNode
}

export function NextStep({
  title = 'One step we could take together',
  children,
  actions,
  foot,
}: StepProps) {
  return (
    <section className="step">
      <h3>{title}</h3>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {actions ? <div className="actions">{actions}</div> : null}
      {foot}
    </section>
  )
}

type LawItemProps = { source: string } & Pick<StepProps, 'children' | 'actions' | 'foot'>

/** What a law asks, apart from the program's own standards, plain, and with its source. */
export function LawItem({ source, children, actions, foot }: LawItemProps) {
  return (
    <section className="law-item">
      <h3>
        <span className="tag law">{letterWords.law}</span> {source}
      </h3>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {actions ? <div className="actions">{actions}</div> : null}
      {foot}
    </section>
  )
}
