import { type RefObject, useCallback, useEffect, useState } from 'react'
import { toneDraftOf } from '~/domain/feedback/draft-tone'
import type { Studio } from '~/domain/feedback/studio.server'
import { type ToneHint, toneHints } from '~/domain/feedback/tone'
import { formFields } from '~/ui/form-fields'
import { isAdvice, ToneHints } from '~/ui/tone-hints'

type Draft = NonNullable<Studio['draft']>

export type Tone = {
  hints: ToneHint[]
  use: ((hint: ToneHint, alternative: string) => void) | undefined
}

/** Reads along while the liaison writes. The hints of the last save are there before any script runs. */
export function useTone(desk: RefObject<HTMLElement>, page: Studio, draft: Draft): Tone {
  const [hints, setHints] = useState(page.hints)
  const [alive, setAlive] = useState(false)
  useEffect(() => setHints(page.hints), [page.hints])
  useEffect(() => setAlive(true), [])

  useEffect(() => {
    const place = desk.current
    if (!place) return
    let timer = 0
    const read = () => {
      const typed = typedDraft(place)
      if (typed) setHints(toneHints(toneDraftOf(typed), page.lexicon))
    }
    const later = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(read, 250)
    }
    place.addEventListener('input', later)
    return () => {
      window.clearTimeout(timer)
      place.removeEventListener('input', later)
    }
  }, [desk, page.lexicon])

  const use = useCallback(
    (hint: ToneHint, alternative: string) => {
      const field = fieldOf(desk.current, draft, hint)
      if (!field) return
      const { start, end } = hint
      countTaken(desk.current, 1)
      field.setRangeText(alternative, start, Math.min(end, field.value.length), 'end')
      field.focus()
      const gap = /\[[^\]]*\]/.exec(alternative)
      if (gap) field.setSelectionRange(start + gap.index, start + gap.index + gap[0].length)
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
    [desk, draft],
  )

  useEffect(() => {
    const place = desk.current
    if (!place) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F2' || !(event.target instanceof HTMLTextAreaElement)) return
      const here = hints.find((hint) => fieldOf(place, draft, hint) === event.target)
      const [first] = here?.alternatives.filter((each) => !isAdvice(each)) ?? []
      if (!here || first === undefined) return
      event.preventDefault()
      use(here, first)
    }
    place.addEventListener('keydown', onKey)
    return () => place.removeEventListener('keydown', onKey)
  }, [desk, draft, hints, use])

  return { hints, use: alive ? use : undefined }
}

/** The field that counts what was taken since the last save. */
export const toneTaken = 'toneTaken'

/** Adds to it, or takes off what a save has counted. */
export function countTaken(place: HTMLElement | null, by: number) {
  const field = place?.querySelector<HTMLInputElement>(`input[name="${toneTaken}"]`)
  if (field) field.value = String(Math.max(0, Number(field.value) + by))
}

type FieldHintsProps = { tone: Tone; part: string; field: ToneHint['field'] }

/** The suggestions that belong to one field. */
export function FieldHints({ tone, part, field }: FieldHintsProps) {
  const hints = tone.hints.filter((hint) => hint.part === part && hint.field === field)
  return <ToneHints hints={hints} onUse={tone.use} />
}

function fieldOf(place: HTMLElement | null, { items }: Draft, { part, field }: ToneHint) {
  const index = items.findIndex(({ key }) => key === part)
  const name = index === -1 ? part : `items.${index}.${field}`
  return place?.querySelector<HTMLTextAreaElement>(`textarea[name="${CSS.escape(name)}"]`) ?? null
}

/** The response as it is typed at this moment. */
function typedDraft(place: HTMLElement): Parameters<typeof toneDraftOf>[0] | null {
  const form = place.querySelector<HTMLFormElement>('form#studio')
  if (!form) return null
  const { opening = '', closing = '', items = [] } = formFields(form) as Partial<Draft>
  return { opening, closing, items: Array.isArray(items) ? items : [] }
}
