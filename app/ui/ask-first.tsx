import type { ReactNode } from 'react'
import { Button, ButtonLink } from './button'
import { Form, type FormAnswer } from './form'

type AskFirstProps = {
  question: string
  /** What it is about, in a line. */
  about?: string
  /** What comes of it: a list item for each thing. */
  children: ReactNode
  answer: FormAnswer | undefined
  /** What the button says, and what it says while the form is on its way. */
  button: string
  pending: string
  look?: 'go' | 'danger'
  /** What the form carries along. */
  fields?: ReactNode
  /** Where nothing is done. */
  back: { to: string; label: string }
}

/** A page that asks once more before one deed: what comes of it, the button, and the way back. */
export function AskFirst({ look = 'danger', ...page }: AskFirstProps) {
  return (
    <>
      <h1>{page.question}</h1>
      {page.about ? <p className="lead">{page.about}</p> : null}
      <ul>{page.children}</ul>
      <Form answer={page.answer} label={page.button}>
        {page.fields}
        <div className="actions">
          <Button look={look} pending={page.pending}>
            {page.button}
          </Button>
          <ButtonLink to={page.back.to}>{page.back.label}</ButtonLink>
        </div>
      </Form>
    </>
  )
}

type NothingToDoProps = { title: string; why: string; back: { to: string; label: string } }

/** The same page where there is nothing to do: opened by hand, or too late. */
export function NothingToDo({ title, why, back }: NothingToDoProps) {
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{why}</p>
      <div className="actions">
        <ButtonLink to={back.to}>{back.label}</ButtonLink>
      </div>
    </>
  )
}
