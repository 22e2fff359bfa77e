import { useRevalidator } from '@remix-run/react'
import { type ChangeEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '~/ui/button'
import { photosSaved, photoWords } from '~/words/en/walks'
import { aKey, type Chosen, type Sent, sendPhoto } from './send-photo'

type Photo = Chosen & (Sent | { state: 'waiting' | 'sending' })

/** Sends the chosen photos one after another. Those that did not arrive stay listed, to be tried again. */
export function PhotoQueue({ walkId, room }: { walkId: string; room: string }) {
  const [photos, setPhotos] = useState<Photo[]>([])
  const { revalidate } = useRevalidator()
  const busy = useRef(false)
  const id = useId()
  const saved = photos.filter(({ state }) => state === 'saved').length
  const open = photos.filter(({ state }) => state !== 'saved')

  function become(key: string, next: Sent | { state: 'waiting' | 'sending' }) {
    setPhotos((all) =>
      all.map((photo) => (photo.key === key ? { key, file: photo.file, ...next } : photo)),
    )
  }

  useEffect(() => {
    const next = photos.find(({ state }) => state === 'waiting')
    if (busy.current || !next) return
    busy.current = true
    become(next.key, { state: 'sending' })
    sendPhoto(walkId, next).then((sent) => {
      busy.current = false
      become(next.key, sent)
      if (sent.state === 'saved') revalidate()
    })
  })

  useEffect(() => {
    if (open.length === 0) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [open.length])

  function choose({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(currentTarget.files ?? [])]
    setPhotos((all) => [
      ...all,
      ...chosen.map((file): Photo => ({ key: aKey(), file, state: 'waiting' })),
    ])
    currentTarget.value = ''
  }

  return (
    <>
      <div className="field">
        <label htmlFor={id}>Photos</label>
        <p className="hint" id={`${id}-hint`}>
          {photoWords.people} JPEG or PNG, up to 25 MB each. {room}
        </p>
        <input
          id={id}
          className="box"
          type="file"
          accept="image/jpeg,image/png"
          multiple
          aria-describedby={`${id}-hint`}
          onChange={choose}
        />
      </div>
      <p role="status">{photos.length > 0 ? `${photosSaved(saved, photos.length)}.` : ''}</p>
      <ul className="plain flow">
        {open.map((photo) => (
          <li key={photo.key}>
            {photo.file.name}: {wordsOf(photo)}{' '}
            {photo.state === 'failed' ? (
              <span className="actions inline">
                <Button
                  type="button"
                  small
                  about={photo.file.name}
                  onClick={() => become(photo.key, { state: 'waiting' })}
                >
                  Try again
                </Button>
                <Button
                  type="button"
                  small
                  about={photo.file.name}
                  onClick={() => setPhotos((all) => all.filter(({ key }) => key !== photo.key))}
                >
                  Leave it out
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function wordsOf(photo: Photo): string {
  if (photo.state === 'failed') return `not saved. ${photo.why}`
  return photo.state === 'sending' ? 'on its way…' : 'waits for its turn.'
}
