import './styles/workspace.css'
import { useEffect, useRef } from 'react'
import { type SaveResult, useAutosave } from './autosave'
import { Button } from './button'
import { HiddenField } from './fields'
import { SaveTrouble, saveWords } from './save-state'

type SavesItselfProps = {
  /** The fields that are the draft, with what the server holds of them. */
  held: Record<string, string>
  revision: string
  send: (fields: Record<string, string>, revision: string) => Promise<SaveResult>
  /** Set for a form that came back: it waits for its button. */
  waits: boolean
  /** Who saved it last, and when. */
  before: string
  button: string
  /** Quiet where a page has several. */
  look?: 'go' | 'quiet'
  /** Where the draft goes, where that is another address than the form's own. */
  keepTo?: string
}

/**
 * The end of a Form whose draft saves itself where scripts run: its revision, its button, and when it was
 * saved. Without scripts the button is all there is.
 */
export function SavesItself({
  held,
  send,
  before,
  button,
  look = 'go',
  keepTo,
  ...props
}: SavesItselfProps) {
  const place = useRef<HTMLDivElement>(null)
  const form = () => place.current?.closest('form')
  const names = Object.keys(held)
  const { state, revision, ...draft } = useAutosave({
    ...props,
    read: () => {
      const around = form()
      return around ? draftIn(around, names) : undefined
    },
    text: String(new URLSearchParams(held)),
    send: (text, from) => send(Object.fromEntries(new URLSearchParams(text)), from),
  })
  const now = useRef({ ...draft, names })
  now.current = { ...draft, names }

  useEffect(() => {
    const around = place.current?.closest('form')
    if (!around) return
    const typed = () => now.current.typed(draftIn(around, now.current.names))
    const left = (event: FocusEvent) => {
      // From one choice of a group to the next, nothing is left yet.
      if (nameOf(event.target) !== nameOf(event.relatedTarget)) now.current.left()
    }
    const posted = (event: SubmitEvent) => holdBack(event, around, now.current.underway())
    around.addEventListener('input', typed)
    around.addEventListener('focusout', left)
    around.addEventListener('submit', posted)
    return () => {
      around.removeEventListener('input', typed)
      around.removeEventListener('focusout', left)
      around.removeEventListener('submit', posted)
    }
  }, [])

  return (
    <div ref={place} className="flow">
      <HiddenField name="revision" value={revision} />
      <SaveTrouble
        state={state}
        onPost={() => form()?.requestSubmit(form()?.querySelector('[formnovalidate]'))}
      />
      <div className="save-line">
        <Button look={look} small={look === 'quiet'} pending="Saving…">
          {button}
        </Button>
        {keepTo ? (
          <Button small={look === 'quiet'} formAction={keepTo} formNoValidate>
            Keep for later
          </Button>
        ) : null}
        <p className="saved" role="status">
          {saveWords(state, before)}
        </p>
      </div>
    </div>
  )
}

function draftIn(form: HTMLFormElement, names: readonly string[]): string {
  const data = new FormData(form)
  return String(new URLSearchParams(names.map((name) => [name, String(data.get(name) ?? '')])))
}

function nameOf(field: EventTarget | null): string | null {
  return field instanceof Element ? field.getAttribute('name') : null
}

/** Lets a save that is on its way come home before the form is posted, so that nobody loses a race against themselves. */
function holdBack(
  event: SubmitEvent,
  form: HTMLFormElement,
  underway: Promise<string> | null,
): void {
  if (!underway) return
  event.preventDefault()
  event.stopPropagation()
  underway.then((kind) => {
    // What somebody else wrote is read first.
    if (kind !== 'conflict') setTimeout(() => form.requestSubmit(event.submitter))
  })
}
