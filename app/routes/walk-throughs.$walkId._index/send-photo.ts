import { paths } from '~/paths'
import type { FormAnswer } from '~/ui/form'

const route = 'routes/walk-throughs.$walkId.photos._index'

export type Chosen = { key: string; file: File }
export type Sent = { state: 'saved' } | { state: 'failed'; why: string }

/** Sends one photo in a request of its own. It is saved when the server says so, and not before. */
export async function sendPhoto(walkId: string, { key, file }: Chosen): Promise<Sent> {
  const body = new FormData()
  body.set('_submission', key)
  body.set('answer', 'here')
  body.set('file', file)
  try {
    const address = `${paths.walkPhotos(walkId)}?_data=${encodeURIComponent(route)}`
    const response = await fetch(address, { method: 'POST', body })
    if (response.status === 401 || response.redirected) return failed(signedOut)
    const answer: { saved?: string } & FormAnswer = await response.json()
    if (response.ok && answer.saved) return { state: 'saved' }
    return failed(Object.values(answer.errors ?? {})[0] ?? notTaken)
  } catch {
    return failed(unreachable)
  }
}

/** The same key for every try of a photo, so that one whose answer was lost is not kept twice. */
export function aKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}

function failed(why: string): Sent {
  return { state: 'failed', why }
}

const signedOut = 'You were signed out. Sign in again in another tab, then try again here.'
const unreachable = 'We could not reach the server.'
const notTaken = 'The server could not take it just now.'
