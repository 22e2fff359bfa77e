import { useEffect, useState } from 'react'
import { Button } from '~/ui/button'

type Marked = { text: string; evidence: string; anchor: string }

/** Where scripts run: a passage that is marked can be quoted in a strength with one tap. */
export function QuotePassage() {
  const [marked, setMarked] = useState<Marked | null>(null)
  useEffect(() => {
    const read = () => setMarked(markedPassage())
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [])
  return (
    <div className="quote-passage" role="status">
      {marked ? (
        <>
          <q>{shortened(marked.text)}</q>{' '}
          <span className="actions inline">
            <Button type="button" small onClick={() => quote(marked)}>
              Quote this as a strength
            </Button>
            <Button type="button" small onClick={() => begin('next_step', marked)}>
              Offer a next step about it
            </Button>
          </span>
        </>
      ) : null}
    </div>
  )
}

/** The marked text, when all of it stands in one passage. A triple click reaches into the next one without a word of it. */
function markedPassage(): Marked | null {
  const selection = document.getSelection()
  const text = selection?.toString().trim() ?? ''
  if (!selection?.rangeCount || text.length < 8 || text.length > 2_000) return null
  const from = selection.getRangeAt(0).startContainer
  const place = (from instanceof Element ? from : from.parentElement)?.closest<HTMLElement>(
    '#evidence [data-evidence]',
  )
  if (!place?.dataset.evidence || !onOneLine(place.innerText).includes(onOneLine(text))) return null
  return { text, evidence: place.dataset.evidence, anchor: place.dataset.anchor ?? '' }
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Fills a strength on this piece that has no quote yet, or begins a new one with the quote in it. */
function quote({ text, evidence, anchor }: Marked) {
  const form = document.querySelector<HTMLFormElement>('form#studio')
  if (!form) return
  const open = [...form.querySelectorAll<HTMLSelectElement>('select[name$=".roundEvidenceId"]')]
    .filter(({ value }) => value === evidence)
    .map(({ name }) => form.elements.namedItem(name.replace('roundEvidenceId', 'quote')))
    .find((field) => field instanceof HTMLTextAreaElement && field.value.trim() === '')
  if (open instanceof HTMLTextAreaElement) {
    open.value = text
    open.dispatchEvent(new Event('input', { bubbles: true }))
    open.focus()
    return
  }
  begin('strength', { text, evidence, anchor })
}

/** Begins a part on the marked passage, with the button that stands under its piece. */
function begin(kind: 'strength' | 'next_step', { text, evidence, anchor }: Marked) {
  const form = document.querySelector<HTMLFormElement>('form#studio')
  const button = document.querySelector<HTMLButtonElement>(
    `button[name="add"][value^="${kind}:"][value$=":${CSS.escape(evidence)}"]`,
  )
  if (!form || !button) return
  put(form, 'addQuote', text)
  put(form, 'addAnchor', anchor)
  form.requestSubmit(button)
}

function put(form: HTMLFormElement, name: string, value: string) {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLTextAreaElement) field.value = value
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 78)}…` : text
}
