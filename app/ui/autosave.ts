import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; words: string }
  | { kind: 'refused'; sentence: string }
  | { kind: 'conflict'; sentence: string; theirs: string }
  | { kind: 'signedOut' }
  | { kind: 'offline' }

export type SaveResult = Exclude<SaveState, { kind: 'idle' | 'saving' | 'offline' }> & {
  revision?: string
}

type Options = {
  field: RefObject<HTMLTextAreaElement>
  /** What the server holds, and its revision. */
  text: string
  revision: string
  /** Sends the text as it started from this revision. Throws when the server cannot be reached. */
  send: (text: string, revision: string) => Promise<SaveResult>
}

const pause = 1_500
const retry = 10_000

/**
 * Saves a text a moment after the last key and when its field or page is left, one save at a time. After a
 * conflict or a sign-out nothing is sent until the person asks for it; the text stays in its field.
 */
export function useAutosave({ field, text: held, revision: first, send }: Options) {
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const [revision, setRevision] = useState(first)
  const now = useRef({ text: held, saved: held, revision: first, busy: false, waits: false })
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const sender = useRef(send)
  sender.current = send

  const save = useCallback(async (asked: boolean): Promise<void> => {
    const it = now.current
    clearTimeout(timer.current)
    if (it.busy || (it.waits && !asked) || (!asked && it.text === it.saved)) return
    it.busy = true
    setState({ kind: 'saving' })
    const text = it.text
    try {
      const { revision: next, ...result } = await sender.current(text, it.revision)
      it.waits = result.kind === 'conflict' || result.kind === 'signedOut'
      if (next !== undefined) {
        it.revision = next
        setRevision(next)
      }
      if (result.kind === 'saved') it.saved = text
      setState(result)
    } catch {
      setState({ kind: 'offline' })
      timer.current = setTimeout(() => save(false), retry)
    }
    it.busy = false
    if (it.text !== text && !it.waits) timer.current = setTimeout(() => save(false), pause)
  }, [])

  const typed = useCallback(
    (text: string) => {
      now.current.text = text
      clearTimeout(timer.current)
      timer.current = setTimeout(() => save(false), pause)
    },
    [save],
  )

  // What was typed before the scripts came is in the field already.
  useEffect(() => {
    const text = field.current?.value
    if (text !== undefined && text !== now.current.saved) typed(text)
    const hidden = () => document.visibilityState === 'hidden' && save(false)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      clearTimeout(timer.current)
    }
  }, [field, typed, save])

  return { state, revision, typed, left: () => void save(false), asked: () => void save(true) }
}
