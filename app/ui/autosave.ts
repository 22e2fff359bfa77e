import { useCallback, useEffect, useRef, useState } from 'react'

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
  /** What stands in the fields: the effect below asks once the scripts are there. */
  read: () => string | undefined
  /** What the server holds, and its revision. */
  text: string
  revision: string
  /** Sends the text as it started from this revision. Throws when the server cannot be reached. */
  send: (text: string, revision: string) => Promise<SaveResult>
  /** Set where nothing may be sent before the person asks for it. */
  waits?: boolean
}

const pause = 1_500
const retry = 10_000

/**
 * Saves a text a moment after the last key and when its field or page is left, one save at a time. After a
 * conflict or a sign-out nothing is sent until the person asks for it; the text stays in its field.
 */
export function useAutosave({ read, text: held, revision: first, send, waits = false }: Options) {
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const [revision, setRevision] = useState(first)
  const underway = useRef<Promise<SaveState['kind']> | null>(null)
  const now = useRef({ text: held, saved: held, revision: first, waits })
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const calls = useRef({ read, send })
  calls.current = { read, send }

  const save = useCallback((asked: boolean): void => {
    const it = now.current
    clearTimeout(timer.current)
    if (underway.current || (it.waits && !asked) || (!asked && it.text === it.saved)) return
    setState({ kind: 'saving' })
    underway.current = sendOnce(it.text)

    async function sendOnce(text: string): Promise<SaveState['kind']> {
      let kind: SaveState['kind'] = 'offline'
      try {
        const { revision: next, ...result } = await calls.current.send(text, it.revision)
        kind = result.kind
        it.waits = kind === 'conflict' || kind === 'signedOut'
        if (next !== undefined) {
          it.revision = next
          setRevision(next)
        }
        if (kind === 'saved') it.saved = text
        setState(result)
      } catch {
        setState({ kind: 'offline' })
        timer.current = setTimeout(() => save(false), retry)
      }
      underway.current = null
      if (it.text !== text && !it.waits) timer.current = setTimeout(() => save(false), pause)
      return kind
    }
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
    const text = calls.current.read()
    if (text !== undefined && text !== now.current.saved) typed(text)
    const hidden = () => document.visibilityState === 'hidden' && save(false)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      clearTimeout(timer.current)
    }
  }, [typed, save])

  return {
    state,
    revision,
    typed,
    left: () => save(false),
    asked: () => save(true),
    underway: () => underway.current,
  }
}
