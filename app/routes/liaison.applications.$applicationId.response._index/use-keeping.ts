import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Studio } from '~/domain/feedback/studio.server'
import { paths } from '~/paths'
import type { FormAnswer } from '~/ui/form'
import { countTaken, toneTaken } from './use-tone'

export type Keeping = {
  /** The revision that the next save starts from. */
  revision: string
  /** "Saved 10:42 AM", or what keeps it from being saved. */
  words: string
  problem: string
  theirs: Record<string, string> | undefined
}

type Kept = { saved: { words: string; revision: string } }

const pause = 1_200

/** Saves the draft by itself a moment after the last key, and lets no button overtake a save on its way. */
export function useKeeping(
  desk: RefObject<HTMLElement>,
  page: Studio,
  answer: FormAnswer | undefined,
): Keeping {
  const before = page.savedAt ? `Saved ${page.savedAt}` : ''
  const [keeping, setKeeping] = useState<Keeping>(() => start(page, answer, before))
  const revision = useRef(keeping.revision)
  const keepAt = page.part ? paths.keepPart(page.part.id) : paths.keepResponse(page.applicationId)

  // Each save through a button, and each refusal, begins anew from what the server says.
  useEffect(() => {
    const next = start(page, answer, before)
    revision.current = next.revision
    if (!answer?.errors) countTaken(desk.current, -Number.MAX_SAFE_INTEGER)
    setKeeping(next)
  }, [desk, page, answer, before])

  useEffect(() => {
    const place = desk.current
    if (!place) return
    let timer = 0
    let underway = false
    let held: (() => void) | null = null
    let stopped = false

    async function save() {
      const form = place?.querySelector<HTMLFormElement>('form#studio')
      if (!form || underway || stopped) return
      underway = true
      setKeeping((was) => ({ ...was, words: 'Saving…' }))
      const body = new FormData(form)
      const told = await send(body, revision.current, keepAt)
      if (told.revision && !told.problem) countTaken(place, -Number(body.get(toneTaken)))
      underway = false
      if (told.revision) revision.current = told.revision
      if (told.problem) stopped = true
      setKeeping((was) => ({ ...was, ...told, revision: revision.current }))
      const go = held
      held = null
      // One turn later, so that the new revision stands in the form; never past somebody else's words.
      if (go && !told.problem) window.setTimeout(go)
    }

    function onInput(event: Event) {
      const field = event.target
      const ours =
        field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement
      if (!ours || field.form?.id !== 'studio') return
      window.clearTimeout(timer)
      timer = window.setTimeout(save, pause)
    }

    function onSubmit(event: SubmitEvent) {
      window.clearTimeout(timer)
      const { target, submitter } = event
      if (!underway || !(target instanceof HTMLFormElement)) return
      event.preventDefault()
      event.stopPropagation()
      held = () => target.requestSubmit(submitter)
    }

    place.addEventListener('input', onInput)
    place.addEventListener('submit', onSubmit, { capture: true })
    return () => {
      window.clearTimeout(timer)
      place.removeEventListener('input', onInput)
      place.removeEventListener('submit', onSubmit, { capture: true })
    }
  }, [desk, keepAt])

  return keeping
}

function start(page: Studio, answer: FormAnswer | undefined, before: string): Keeping {
  const carried = answer?.theirs?.revision ?? answer?.values?.revision
  const revision = typeof carried === 'string' ? carried : String(page.revision)
  return { revision, words: answer?.errors ? '' : before, problem: '', theirs: undefined }
}

async function send(typed: FormData, revision: string, keepAt: string): Promise<Partial<Keeping>> {
  const body = new URLSearchParams()
  for (const [name, value] of typed) {
    if (typeof value === 'string') body.append(name, value)
  }
  body.set('revision', revision)
  try {
    const response = await fetch(keepAt, { method: 'POST', body })
    if (response.status === 401 || response.redirected) {
      return { words: '', problem: signedOut }
    }
    const told: Kept | FormAnswer = await response.json()
    if ('saved' in told) return told.saved
    const { errors = {}, theirs } = told as FormAnswer
    const [sentence = notSaved] = Object.values(errors)
    return {
      words: '',
      problem: sentence,
      theirs,
      ...(theirs?.revision && { revision: theirs.revision }),
    }
  } catch {
    return { words: 'Not saved yet: we cannot reach the server. Keep this page open.' }
  }
}

const signedOut =
  'You were signed out; your text is still here. Press “Save”: you sign in again, and your text comes with you.'
const notSaved = 'This was not saved. Please copy your text and open the page again.'
