import './photos.css'
import { useEffect, useState } from 'react'
import { ButtonLink } from '~/ui/button'
import { OnePhoto } from '~/ui/one-photo'
import { PhotoQueue } from './photo-queue'

type PhotosProps = {
  walkId: string
  room: string
  photos: { id: string; name: string; to: string; removeTo: string; waits: boolean }[]
}

/** The photos that the server has, and the way to add some: several where scripts run, one without. */
export function Photos({ walkId, room, photos }: PhotosProps) {
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  return (
    <section className="flow" id="photos" aria-labelledby="photos-title">
      <h2 id="photos-title">Photos</h2>
      {scripted ? (
        <PhotoQueue walkId={walkId} room={room} />
      ) : (
        <OnePhoto walkId={walkId} room={room} />
      )}
      <ul className="plain photos">
        {photos.map(({ id, name, to, removeTo, waits }) => (
          <li key={id}>
            {waits ? (
              <p>{name} waits for the virus scanner.</p>
            ) : (
              <img src={to} alt={`“${name}”`} loading="lazy" />
            )}
            <ButtonLink to={removeTo} small about={name}>
              Take away
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
