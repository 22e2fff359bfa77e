import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useFormPending } from './form-state'

type Look = 'go' | 'quiet' | 'danger'

type ButtonProps = {
  look?: Look
  small?: boolean
  type?: 'submit' | 'button'
  name?: string
  value?: string
  /** Posts the form to another address, such as "preview" beside "send". */
  formAction?: string
  /** Posts the form as it is, unchecked. */
  formNoValidate?: boolean
  /** The id of a form elsewhere on the page. */
  form?: string
  /** What it says while the form is on its way: "Sharing…". */
  pending?: string
  /** More for screen readers, where the words alone repeat down a list: "the Lantern Room". */
  about?: string
  onClick?: () => void
  children: ReactNode
}

/** A button. `go` is for the one thing that is yours to do next, and there is one to a page or card. */
export function Button({ look = 'quiet', type = 'submit', pending, ...props }: ButtonProps) {
  const busy = useFormPending({ name: props.name, value: props.value }) && type === 'submit'
  return (
    <>
      <button
        type={type}
        className={classOf(look, props.small)}
        name={props.name}
        value={props.value}
        formAction={props.formAction}
        formNoValidate={props.formNoValidate}
        form={props.form}
        aria-busy={busy || undefined}
        onClick={props.onClick}
      >
        {busy && pending ? pending : props.children}
        {props.about ? <span className="sr"> {props.about}</span> : null}
      </button>
      {pending ? (
        <span className="sr" role="status">
          {busy ? pending : ''}
        </span>
      ) : null}
    </>
  )
}

type ButtonLinkProps = {
  to: string
  look?: Look
  small?: boolean
  /** Loads the page whole: for links to and from quiet pages, and for files. */
  document?: boolean
  about?: string
  children: ReactNode
}

export function ButtonLink({
  to,
  look = 'quiet',
  small,
  document,
  about,
  children,
}: ButtonLinkProps) {
  return (
    <Link to={to} className={classOf(look, small)} reloadDocument={document}>
      {children}
      {about ? <span className="sr"> {about}</span> : null}
    </Link>
  )
}

function classOf(look: Look, small: boolean | undefined): string {
  return `btn ${look}${small ? ' small' : ''}`
}
