import './under-way.css'
import { useFetcher, useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'

type UnderWayProps = {
  venueId: string
  importId: string
  fileName: string
  at: { started: string }
  progress: Progress | null
}

type Looked = { venueId: string; importId: string; state: string; progress: Progress | null }

type Progress = {
  step: 'waiting' | 'reading' | 'writing'
  done: number
  of: number
  words: string
}

/** How far a long list is. It goes on by itself, whoever looks at it. */
export function UnderWay({ venueId, importId, fileName, at, progress }: UnderWayProps) {
  const { done = 0, of = 0, words = '' } = progress ?? {}
  return (
    <>
      <h1>“{fileName}” is being imported</h1>
      <p className="lead">
        Begun {at.started}. You can leave this page: the import goes on by itself, and you find it
        again under “Team and training”.
      </p>
      <div className="under-way">
        <progress
          aria-label="How far the import is"
          max={of || 1}
          value={of ? done : undefined}
          aria-valuetext={words}
        />
        <p>{words}</p>
      </div>
      <p className="soft">
        Nothing changes on your staff list before the end: either all of the list is on it, or
        nothing.
      </p>
      <div className="actions">
        <noscript>
          <ButtonLink to={paths.rosterImport(venueId, importId)} look="go">
            Look again
          </ButtonLink>
        </noscript>
        <ButtonLink to={paths.team(venueId)}>Back to the team</ButtonLink>
      </div>
    </>
  )
}

const steps = { waiting: 'Waiting.', reading: 'Reading your list.', writing: 'Writing your list.' }

/** Says each step once, and the end to whoever waited for it: it stays while the page changes around it. */
export function SpokenProgress({ end, progress }: { end: string; progress: Progress | null }) {
  const [waited, setWaited] = useState(false)
  useEffect(() => {
    if (progress) setWaited(true)
  }, [progress])
  return (
    <p className="sr" role="status">
      {progress ? steps[progress.step] : waited ? end : ''}
    </p>
  )
}

const patience = 1_000

/**
 * How far the import is, asked every second of its own data alone; the page is read anew at the end. The
 * server may have been started anew meanwhile, and is asked for more once it answers.
 */
export function useProgress({ venueId, importId, state, progress }: Looked): Progress | null {
  const { data, load, state: asking } = useFetcher<Looked>()
  const { revalidate } = useRevalidator()
  const [last, setLast] = useState(progress)
  const isOver = data !== undefined && data.state !== 'running'
  const isWaitedFor = state === 'running' && !isOver && asking === 'idle'
  useEffect(() => {
    if (data?.progress) setLast(data.progress)
  }, [data])
  useEffect(() => {
    if (isOver) revalidate()
  }, [isOver, revalidate])
  useEffect(() => {
    if (!isWaitedFor) return
    let timer = setTimeout(look, patience)
    async function look() {
      const isThere = await fetch(paths.live()).then(
        ({ ok }) => ok,
        () => false,
      )
      if (isThere) load(`${paths.rosterImport(venueId, importId)}?index`)
      else timer = setTimeout(look, patience)
    }
    return () => clearTimeout(timer)
  }, [isWaitedFor, load, venueId, importId])
  return state === 'running' ? (last ?? progress) : progress
}
